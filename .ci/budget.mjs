//! What pages weigh: what comes with the first flight of a slow connection is all there is.
//!
//! node budget.mjs TREE… [--languages TREE]
//!
//! 1 kB is 1,000 bytes; gateways that do not compress send `raw`. Of the tree in many languages no
//! medians are asked: they are those of its languages, of which some have longer words than others.

import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { options, tally } from '../tests/browser/tally.mjs';
import { files, isFile, numbers, pages, read } from '../tests/browser/tree.mjs';

/// At most so many bytes, by kind; the first kind that a page belongs to is its kind.
const LIMITS = [
  { kind: 'profile', isOne: (page, profiles) => profiles.has(page), raw: 14_000, gzip: 10_000, brotli: 8_000, median: { brotli: 4_000 } },
  { kind: 'other page', isOne: () => true, gzip: 12_000, brotli: 10_000 },
];
/// The formats of a portrait that `vestochka photo` made: pages offer them in one `picture`.
const PORTRAIT = { avif: 5_000, webp: 8_000, jpg: 14_000 };
/// Brotli at its best is slow: in a large tree, medians are those of a sample, and pages whose
/// gzip is smaller than the limit are not tried.
const SAMPLE = 200;
const UNITS = {
  raw: ({ bytes }) => bytes.length,
  gzip: ({ bytes }) => gzipSync(bytes, { level: 9 }).length,
  brotli: ({ bytes }) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
};

const given = options(['languages']);
const results = tally();
for (const folder of given.rest) weighAll(resolve(folder), LIMITS);
if (given.languages) weighAll(resolve(given.languages), LIMITS.map((limit) => ({ ...limit, median: {} })));
portraits(resolve(given.rest[0]));
planted(resolve(given.rest[0]));
results.done();

function weighAll(root, limits) {
  const profiles = profilesOf(root);
  console.log(`${root}: ${profiles.size} profiles`);
  const kinds = new Map(limits.map((limit) => [limit, []]));
  for (const path of pages(root)) {
    const limit = limits.find(({ isOne }) => isOne(path, profiles));
    kinds.get(limit).push({ path, bytes: Buffer.from(read(root, path)) });
  }
  for (const [limit, all] of kinds) {
    if (all.length === 0) continue;
    judge(limit, all).forEach(([name, faults]) => results.check(`${root}: ${name}`, faults));
    table(limit.kind, all);
  }
  for (const path of files(root).filter((file) => /\.(xml|json|ics)$/.test(file))) {
    const bytes = Buffer.from(read(root, path));
    console.log(`  ${path}: ${bytes.length} raw, ${UNITS.gzip({ bytes })} gzip`);
  }
  results.check(`${root}: profiles`, profiles.size > 0 ? [] : ['there is none']);
}

/// The pages of people, in all languages: the site's own list knows them.
function profilesOf(root) {
  const { people } = JSON.parse(read(root, 'people.json'));
  return new Set(people.flatMap(({ paths }) => Object.values(paths)).filter((path) => isFile(root, path)));
}

/// One check for each limit of a kind: which pages are over it, the heaviest first.
function judge({ kind, median = {}, ...limits }, all) {
  all.forEach((page) => (page.gzip = UNITS.gzip(page)));
  return Object.keys(UNITS).flatMap((unit) => {
    const limit = limits[unit];
    const weighed = weigh(unit, all, limit);
    const middle = middleOf(weighed)[unit];
    const over = weighed.filter((page) => page[unit] > limit);
    const faults = over.slice(0, 8).map((page) => `${page.path}: ${page[unit]} bytes`);
    const checks = limit ? [[`${kind}: at most ${limit} bytes, ${unit}; ${over.length} of ${all.length} have more`, faults]] : [];
    if (!median[unit]) return checks;
    return [...checks, [`${kind}: a median of at most ${median[unit]}, ${unit}`, middle > median[unit] ? [`it is ${middle}`] : []]];
  });
}

/// Pages with their weight, the heaviest first.
function weigh(unit, all, limit = Infinity) {
  const some = unit === 'brotli' && all.length > SAMPLE ? all.filter(sampled(all.length, limit)) : all;
  some.forEach((page) => (page[unit] ??= UNITS[unit](page)));
  return some.sort((a, b) => b[unit] - a[unit]);
}

/// The files that stand in one `picture`, in all profiles.
function portraits(root) {
  const within = (html) => html.match(/<picture>.*?<\/picture>/s)?.[0] ?? '';
  const named = [...profilesOf(root)].flatMap((page) => [...within(read(root, page)).matchAll(/(?:src|srcset)="[.\/]*([^"]*)"/g)]);
  const paths = [...new Set(named.map(([, path]) => path))];
  results.check('portraits in several formats', paths.length > 0 ? [] : ['there is none: nothing was measured']);
  for (const path of paths) results.check(path, heavy(path, statSync(join(root, path)).size));
  results.check('a portrait that is too heavy is found', heavy('photos/x.avif', 5_001).length === 1 ? [] : ['it is not']);
}

function heavy(path, bytes) {
  const limit = PORTRAIT[path.split('.').at(-1)];
  return bytes <= limit ? [] : [`it has ${bytes} bytes; ${limit} at most`];
}

function sampled(count, limit) {
  const random = numbers(1);
  return ({ gzip }) => random() < SAMPLE / count || gzip > limit;
}

function middleOf(sorted) {
  return sorted[sorted.length >> 1];
}

function table(kind, all) {
  console.log(`  ${kind} (${all.length})`);
  for (const unit of Object.keys(UNITS)) {
    const sorted = all.filter((page) => page[unit]).sort((a, b) => b[unit] - a[unit]);
    const number = (page) => String(page[unit]).padStart(7);
    console.log(`    ${unit.padEnd(6)} median ${number(middleOf(sorted))}   largest ${number(sorted[0])}   ${sorted[0].path}`);
  }
}

/// Words that do not compress, and words that do, push a page over each of its limits.
function planted(root) {
  const random = numbers(1);
  const noise = (count) => Array.from({ length: count }, () => Math.floor(random() * 36).toString(36)).join('');
  const page = read(root, [...profilesOf(root)][0]);
  for (const limit of LIMITS) {
    const found = (more) => judge(limit, [{ path: 'planted', bytes: Buffer.from(page + more) }]).filter(([, faults]) => faults.length > 0);
    const heavy = found(noise(30_000)).length;
    const asked = Object.keys(UNITS).filter((unit) => limit[unit]).length + Object.keys(limit.median ?? {}).length;
    results.check(`${limit.kind}: a planted page that is too heavy is found`, heavy === asked ? [] : [`${heavy} of ${asked} limits found it`]);
    if (limit.raw) results.check('a planted page of many simple words is found', found('word '.repeat(4_000)).length > 0 ? [] : ['it is not']);
  }
}
