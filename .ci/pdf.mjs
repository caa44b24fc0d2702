//! A printed document as poppler reads it: pages, sizes, text, sizes of letters, places of words.

import { spawnSync } from 'node:child_process';

/// A millimetre in points.
export const MM = 72 / 25.4;

/// What `pdf` is not, of what it should be: so many `pages` of `size` (points), every
/// one of the `words`, the `address` whole on one page in letters of at least `points`.
export function faults(pdf, { pages, size, words = [], address, points }) {
  const found = [];
  const sizes = pageSizes(pdf);
  if (sizes.length !== pages) found.push(`pages: ${sizes.length}, not ${pages}`);
  for (const [width, height] of sizes) {
    const off = Math.max(Math.abs(width - size[0]), Math.abs(height - size[1]));
    if (off > 1) found.push(`size: ${width} × ${height} points, not ${size.join(' × ')}`);
  }
  const sheets = texts(pdf).map(solid);
  const all = sheets.join('');
  const missing = words.filter((word) => !all.includes(solid(word)));
  if (missing.length > 0) found.push(`text: these words are missing: ${missing.join(' ')}`);
  if (address && !sheets.some((sheet) => sheet.includes(solid(address)))) found.push('address: not whole on one page');
  if (address && points) found.push(...tooSmall(pdf, address, points));
  return found;
}

/// Letters without what stands between them: a line may be broken anywhere.
export function solid(text) {
  return text.replace(/[\s\u00ad\u200b]+/g, '');
}

/// Width and height of each page in points.
function pageSizes(pdf) {
  const lines = run('pdfinfo', ['-f', '1', '-l', '999', pdf]).matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm);
  return [...lines].map(([, width, height]) => [Number(width), Number(height)]);
}

/// The text of each page.
export function texts(pdf, words = []) {
  return run('pdftotext', [...words, pdf, '-']).split('\f').slice(0, -1);
}

/// Lines of the address in letters that are smaller than so many points.
function tooSmall(pdf, address, points) {
  const xml = run('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', '1', pdf]);
  const fonts = new Map([...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, Number(size)]));
  const lines = [...xml.matchAll(/<text [^>]*font="(\d+)"[^>]*>(.*?)<\/text>/gs)].map(([, font, text]) => ({
    size: fonts.get(font),
    text: solid(plain(text)),
  }));
  const ours = runOf(lines, solid(address));
  if (!ours) return ['letters: the address was not found line by line'];
  const small = ours.filter(({ size }) => size < points);
  return small.map(({ size, text }) => `letters: \`${text}\` has ${size} points, not ${points}`);
}

/// The lines one after another that together are the address.
function runOf(lines, address) {
  for (let from = 0; from < lines.length; from++) {
    let rest = address;
    let to = from;
    while (rest && to < lines.length && rest.startsWith(lines[to].text)) rest = rest.slice(lines[to++].text.length);
    if (!rest) return lines.slice(from, to);
  }
  return null;
}

/// The words of each page with their boxes in points.
export function boxes(pdf) {
  const pages = run('pdftotext', ['-bbox', pdf, '-']).split('<page ').slice(1);
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return pages.map((page) =>
    [...page.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
      text: plain(text),
    })),
  );
}

function plain(xml) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (whole, name) => named[name] ?? whole);
}

function run(program, words) {
  const done = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.error || done.status !== 0) throw new Error(`${program} did not run: ${done.error ?? done.stderr}`);
  return done.stdout;
}
