//! Profiles in text browsers: the name at the top, every line of the address on its own.
//!
//! node text.mjs TREE     node text.mjs TREE --languages fa,de

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ADDRESS, lacking } from '../tests/browser/address.mjs';
import { options, tally } from '../tests/browser/tally.mjs';
import { inLanguages, pages, read } from '../tests/browser/tree.mjs';

const BROWSERS = {
  w3m: ['-dump', '-cols', '80', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html'],
  lynx: ['-dump', '-nolist', '-width=80', '-assume_charset=utf-8', '-display_charset=utf-8', '-stdin'],
};

const given = options(['languages']);
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const all = given.languages ? inLanguages(root, given.languages) : pages(root);
const profiles = all.filter((page) => /\/people\/sample-[^/]*\.html$/.test(page));
const withAddress = profiles.filter((page) => addressOf(read(root, page)).length > 0);
console.log(`${profiles.length} profiles, ${withAddress.length} with an address`);

for (const name of Object.keys(BROWSERS)) {
  for (const page of profiles) {
    const html = read(root, page);
    results.check(`${name}: ${page}`, faults(name, html, expected(page, html)));
  }
  planted(name);
}
const missing = profiles.length > 0 && withAddress.length > 0 ? [] : ['there is none: nothing was tested'];
results.check('profiles with an address', missing);
results.done();

/// The lines of the address: from the content for the person whom we know.
function expected(page, html) {
  return page.endsWith('/sample-colony.html') ? ADDRESS : addressOf(html);
}

function addressOf(html) {
  const envelope = /<p class="envelope"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return envelope.split('<br>').map(plain).filter(Boolean);
}

function faults(name, html, address) {
  const lines = dump(name, html).split('\n');
  const heading = plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '');
  const found = lacking(address, lines);
  const top = lines.slice(0, 10).join('\n');
  if (!heading || !top.includes(heading)) found.push(`the first ten lines do not hold \`${heading}\`:\n${top}`);
  return found;
}

function dump(name, html) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const run = spawnSync(name, BROWSERS[name], { input: html, encoding: 'utf8', env });
  if (run.error || run.status !== 0) throw new Error(`${name} did not run: ${run.error ?? run.stderr}`);
  return run.stdout;
}

/// Lines that run together, and a heading far below, must be found.
function planted(name) {
  const page = profiles.find((page) => page.endsWith('/sample-colony.html'));
  const html = read(root, page);
  const caught = (broken, what) => {
    results.check(`${name}: ${what} is found`, faults(name, broken, ADDRESS).length > 0 ? [] : ['it is not']);
  };
  const envelope = /(<p class="envelope".*?<\/p>)/s;
  caught(html.replace(envelope, (whole) => whole.replaceAll('<br>', '')), 'an address that runs together');
  caught(html.replace('<h1', `${'<p>a long head</p>'.repeat(12)}<h1`), 'a heading below the first screen');
}

function plain(html) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x?([0-9a-f]+);/gi, (whole, code) => String.fromCodePoint(parseInt(code, whole[2] === 'x' ? 16 : 10)))
    .replace(/&([a-z]+);/g, (whole, name) => named[name] ?? whole)
    .trim();
}
