//! Pages in text browsers: every word, the name at the top, every line of an address on its own.
//!
//! node text.mjs TREE [--full] [--seed N]

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ADDRESS, lacking } from '../tests/browser/address.mjs';
import { options, tally } from '../tests/browser/tally.mjs';
import { pages, read, sample } from '../tests/browser/tree.mjs';
import { plain, texts } from './words.mjs';

const BROWSERS = {
  w3m: ['-dump', '-cols', '80', '-I', 'UTF-8', '-O', 'UTF-8', '-T', 'text/html'],
  lynx: ['-dump', '-nolist', '-width=80', '-assume_charset=utf-8', '-display_charset=utf-8', '-stdin'],
};
/// Lines of a terminal that its reader sees first.
const TOP = 10;

const given = options(['seed']);
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const known = pages(root).filter((page) => /\/people\/sample-[^/]*\.html$/.test(page));
const chosen = [...new Set([...sample(root, { full: given.full, seed: Number(given.seed ?? 1) }), ...known])];
const withAddress = chosen.filter((page) => addressOf(read(root, page)).length > 0);
console.log(`${chosen.length} of ${pages(root).length} pages, ${withAddress.length} with an address`);

for (const name of Object.keys(BROWSERS)) {
  for (const page of chosen) {
    const html = read(root, page);
    results.check(`${name}: ${page}`, faults(name, html, expected(page, html)));
  }
  planted(name);
}
results.check('pages with an address', withAddress.length > 0 ? [] : ['there is none: nothing was tested']);
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
  const top = lines.slice(0, TOP).join('\n');
  const isAtTop = heading && squeeze(top).includes(squeeze(heading));
  return [
    // A list has a sign before each item.
    ...lacking(address, lines.map((line) => line.replace(/^\s*[*•+]\s/, ''))),
    ...(isAtTop ? [] : [`heading: the first ${TOP} lines do not hold \`${heading}\`:\n${top}`]),
    ...lost(html, squeeze(lines.join(''))),
  ];
}

/// Words of the page that are not on the screen. Text runs on over lines there, but in a table
/// the lines of its cells alternate.
function lost(html, shown) {
  const pieces = texts(html).flatMap(({ text, isInTable }) => (isInTable ? text.split(/\s+/) : [text]));
  return pieces.filter((piece) => !shown.includes(squeeze(piece))).map((piece) => `word: \`${piece.trim().slice(0, 60)}\` is not shown`);
}

/// Without space, and without the marks of direction that a terminal may leave out.
function squeeze(text) {
  return text.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '');
}

function dump(name, html) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const run = spawnSync(name, BROWSERS[name], { input: html, encoding: 'utf8', env });
  if (run.error || run.status !== 0) throw new Error(`${name} did not run: ${run.error ?? run.stderr}`);
  return run.stdout;
}

/// Lines that run together, a heading far below, and words that go missing must be found.
function planted(name) {
  const html = read(root, known.find((page) => page.endsWith('/sample-colony.html')));
  const caught = (kind, broken, what) => {
    const isFound = faults(name, broken, ADDRESS).some((fault) => fault.startsWith(`${kind}:`));
    results.check(`${name}: ${what} is found`, isFound ? [] : ['it is not']);
  };
  const envelope = /(<p class="envelope".*?<\/p>)/s;
  caught('address', html.replace(envelope, (whole) => whole.replaceAll('<br>', '')), 'an address that runs together');
  caught('heading', html.replace('<h1', `${'<p>a long head</p>'.repeat(12)}<h1`), 'a heading below the first screen');
  caught('word', html.replace('</main>', '<select><option>Shown</option><option>Planted</option></select></main>'), 'a word that is not shown');
}
