//! What pages weigh: a connection that is cut after 16 kB must have brought the page.
//!
//! node budget.mjs TREE          1 kB is 1,000 bytes

import { gzipSync } from 'node:zlib';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { options, tally } from '../tests/browser/tally.mjs';
import { files, pages, read } from '../tests/browser/tree.mjs';

/// All that a letter needs, down to the end of the safety box.
const HEAD = 10_000;
/// Any page.
const PAGE = 16_000;
/// The formats of a portrait that `vestochka photo` made: pages offer them in one `picture`.
const PORTRAIT = { avif: 5_000, webp: 8_000, jpg: 14_000 };
/// A profile before compression, where the story allows it; only reported.
const PROFILE_RAW = 14_000;

const given = options();
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const all = pages(root).map((page) => weigh(page, read(root, page)));
const profiles = all.filter(({ page }) => /\/people\/(?!index\.html)[^/]*\.html$/.test(page));
const heads = profiles.filter(({ head }) => head !== null);

table('any page', all);
table('profile', profiles);
table('profile to the end of the safety box', heads.map(({ page, head }) => ({ page, ...head })));
const fit = profiles.filter(({ raw }) => raw <= PROFILE_RAW).length;
console.log(`${fit} of ${profiles.length} profiles have at most ${PROFILE_RAW} bytes before compression`);
others();

for (const each of all) results.check(each.page, over(each));
portraits();
results.check('profiles with a safety box', heads.length > 0 ? [] : ['there is none: nothing was measured']);
planted();
results.done();

function weigh(page, html) {
  return { page, ...size(html), head: headOf(html) };
}

/// Up to the end of the section that holds the list of what keeps the sender safe.
function headOf(html) {
  const start = html.indexOf('class="safety"', html.indexOf('<body'));
  return start < 0 ? null : size(html.slice(0, html.indexOf('</section>', start)));
}

function size(text) {
  return { raw: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length };
}

function over({ gzip, head }) {
  const faults = [];
  if (gzip > PAGE) faults.push(`the page has ${gzip} bytes, gzip; ${PAGE} at most`);
  if (head && head.gzip > HEAD) faults.push(`down to the safety box there are ${head.gzip} bytes, gzip; ${HEAD} at most`);
  return faults;
}

/// The files that stand in one `picture`, in all profiles.
function portraits() {
  const within = (html) => html.match(/<picture>.*?<\/picture>/s)?.[0] ?? '';
  const named = profiles.flatMap(({ page }) => [...within(read(root, page)).matchAll(/(?:src|srcset)="[.\/]*([^"]*)"/g)]);
  const paths = [...new Set(named.map(([, path]) => path))];
  results.check('portraits in several formats', paths.length > 0 ? [] : ['there is none: nothing was measured']);
  for (const path of paths) results.check(path, heavy(path, statSync(join(root, path)).size));
  results.check('a portrait that is too heavy is found', heavy('photos/x.avif', 5_001).length === 1 ? [] : ['it is not']);
}

function heavy(path, bytes) {
  const limit = PORTRAIT[path.split('.').at(-1)];
  return bytes <= limit ? [] : [`it has ${bytes} bytes; ${limit} at most`];
}

function table(name, weights) {
  if (weights.length === 0) return;
  console.log(`${name} (${weights.length})`);
  for (const unit of ['raw', 'gzip']) {
    const sorted = [...weights].sort((a, b) => a[unit] - b[unit]);
    const [median, largest] = [sorted[sorted.length >> 1], sorted.at(-1)];
    const number = (value) => String(value).padStart(7);
    console.log(`  ${unit.padEnd(5)} median ${number(median[unit])}   largest ${number(largest[unit])}   ${largest.page}`);
  }
}

function others() {
  for (const file of files(root).filter((file) => /\.(xml|json)$/.test(file))) {
    const { raw, gzip } = size(read(root, file));
    console.log(`${file}: ${raw} raw, ${gzip} gzip`);
  }
}

/// Words that do not compress push a page and a head over their budgets.
function planted() {
  const html = read(root, heads[0].page);
  let state = 1;
  const noise = (count) =>
    Array.from({ length: count }, () => ((state = (state * 48271) % 2147483647) % 36).toString(36)).join('');
  const long = weigh('long', html.replace('</body>', `${noise(30_000)}</body>`));
  const late = weigh('late', html.replace('<h1', `<p>${noise(15_000)}</p><h1`));
  results.check('a page that is too long is found', over(long).length === 1 ? [] : [JSON.stringify(long)]);
  const caught = over(late).some((fault) => fault.startsWith('down to'));
  results.check('a safety box that comes too late is found', caught ? [] : [JSON.stringify(late)]);
}
