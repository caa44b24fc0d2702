//! What comes out of a printer: profiles, sheets, envelopes and labels, printed by
//! Chromium and by WeasyPrint.
//!
//! node print.mjs TREE

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MM, boxes, faults, solid, texts } from './pdf.mjs';
import { ADDRESS, lacking } from '../tests/browser/address.mjs';
import { launch } from '../tests/browser/chromium.mjs';
import { options, tally } from '../tests/browser/tally.mjs';
import { pages, read } from '../tests/browser/tree.mjs';

const A4 = [210 * MM, 297 * MM];
const LETTER = [612, 792];
const ENVELOPES = { dl: [220 * MM, 110 * MM], c6: [162 * MM, 114 * MM], no10: [9.5 * 72, 4.125 * 72] };
/// The least size of the letters of an address.
const POINTS = 18;
/// The labels of a sheet: columns and rows, their size, and what lies above the first.
const GRID = { columns: 3, rows: 8, width: 70 * MM, height: 37 * MM, top: 0.5 * MM };
/// WeasyPrint takes seconds for a page: it prints these people's.
const FOR_WEASYPRINT = /\/(sample-(colony|britain|in-transit))\.html$/;

const given = options();
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const venv = process.env.VESTOCHKA_VENV ?? join(import.meta.dirname, '../target/ci/venv');
const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
const counted = { profiles: 0, sheets: 0, envelopes: 0, 'pages of labels': 0, 'documents by WeasyPrint': 0 };
const browser = await launch();
// A planted style would not pass the pages' own policy.
const page = await browser.newPage({ bypassCSP: true });

const of = (pattern) => pages(root).filter((path) => pattern.test(path));
for (const path of of(/\/people\/sample-colony\.html$/)) await profile(path);
for (const path of of(/^[a-z-]+\/paper\/[^/]+\.html$/)) await sheet(path);
for (const path of of(/^paper\/[^/]+\/[^/]+\.html$/)) await envelope(path);
for (const path of of(/^[a-z-]+\/labels\//)) await labels(path, read(root, path));
await manyLabels(of(/\/labels\/people\/index\.html$/)[0]);
await planted();
for (const [kind, count] of Object.entries(counted)) {
  results.check(`${kind} were printed`, count > 0 ? [] : ['there is none: nothing was tested']);
}
console.log(Object.entries(counted).map(([kind, count]) => `${count} ${kind}`).join(', '));
await browser.close();
rmSync(scratch, { recursive: true });
results.done();

/// The address of a profile stands whole on the first sheet of A4.
async function profile(path) {
  counted.profiles += 1;
  const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
  await open(read(root, path));
  const first = async () => texts(await chromium({ format: 'A4', margin }), ['-l', '1', '-layout'])[0].split('\n');
  results.check(`${path}: the address on the first sheet`, lacking(ADDRESS, await first()));
  await page.evaluate(() => document.querySelector('.post').remove());
  caught('an address that is missing', lacking(ADDRESS, await first()));
}

/// One sheet of A4 as well as of Letter, with all that it says.
async function sheet(path) {
  counted.sheets += 1;
  const html = read(root, path);
  await open(html);
  const should = await sheetShould();
  for (const [format, size] of [['A4', A4], ['Letter', LETTER]]) {
    results.check(`${path} on ${format}`, faults(await chromium({ format }), { ...should, size }));
  }
  if (FOR_WEASYPRINT.test(path)) results.check(`${path} by WeasyPrint`, faults(weasyprint(html), { ...should, size: A4 }));
}

async function sheetShould() {
  return { pages: 1, points: POINTS, words: await printedWords(), address: await addressIn('.post .envelope') };
}

/// One page of exactly the envelope's size, and the place of the stamp is free.
async function envelope(path) {
  counted.envelopes += 1;
  const html = read(root, path);
  await open(html);
  const should = await envelopeShould(path);
  const pdf = await chromium({ preferCSSPageSize: true });
  results.check(path, [...faults(pdf, should), ...outside(pdf, should.size)]);
  if (FOR_WEASYPRINT.test(path)) results.check(`${path} by WeasyPrint`, faults(weasyprint(html), should));
}

async function envelopeShould(path) {
  const address = await addressIn('.to .envelope');
  return { pages: 1, points: POINTS, size: ENVELOPES[path.split('/')[1]], address: address ?? 'an address' };
}

/// Words that lie nearer than 5 mm to an edge, or where the stamp goes: 40 by 24 mm.
function outside(pdf, [width, height]) {
  const words = boxes(pdf).flat();
  const near = words.filter(({ left, top, right, bottom }) => {
    const [edge, stamp] = [5 * MM, right > width - 40 * MM && top < 24 * MM];
    return stamp || left < edge || top < edge || right > width - edge || bottom > height - edge / 2;
  });
  return near.map(({ text }) => `place: \`${text}\` stands in the margin or at the stamp`);
}

/// Sheets of A4, and each address whole in its label.
async function labels(path, html) {
  counted['pages of labels'] += 1;
  await open(html);
  const should = await labelsShould();
  for (const [how, pdf] of [['', await chromium({ preferCSSPageSize: true })], [' by WeasyPrint', weasyprint(html)]]) {
    results.check(`${path}${how}`, labelFaults(pdf, should));
  }
}

/// More labels than a sheet holds: the page with its own labels again and again.
async function manyLabels(path) {
  await open(read(root, path));
  await page.evaluate(() => {
    const first = document.querySelector('.labels');
    const all = [...first.children];
    while (first.children.length < 24) first.append(all[first.children.length % all.length].cloneNode(true));
    const second = first.cloneNode(true);
    while (second.children.length > 6) second.lastChild.remove();
    first.after(second);
  });
  await labels(`${path} with 30 labels`, await page.content());
}

async function labelsShould() {
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll('.labels')].map((sheet) => [...sheet.children].map((label) => label.innerText)),
  );
  return { pages: sheets.length, size: A4, sheets };
}

function labelFaults(pdf, { sheets, ...should }) {
  const printed = boxes(pdf);
  const wrong = sheets.flatMap((labels, sheet) =>
    labels.flatMap((label, at) => (solid(label) === inLabel(printed[sheet] ?? [], at) ? [] : [`label ${at + 1} of sheet ${sheet + 1}: not whole in its place`])),
  );
  const full = sheets.slice(0, -1).filter((labels) => labels.length !== GRID.columns * GRID.rows);
  return [...faults(pdf, should), ...wrong, ...full.map(({ length }) => `a sheet has ${length} labels`)];
}

/// What stands wholly within the place of a label, counted from 0, in reading order.
function inLabel(words, at) {
  const left = (at % GRID.columns) * GRID.width;
  const top = GRID.top + Math.floor(at / GRID.columns) * GRID.height;
  const isIn = (word) =>
    word.left >= left && word.right <= left + GRID.width && word.top >= top && word.bottom <= top + GRID.height;
  return solid(words.filter(isIn).map(({ text }) => text).join(''));
}

/// Each of these breaks something, and is found on paper.
async function planted() {
  const sheet = of(/^ru\/paper\/sample-colony\.html$/)[0];
  const cover = of(/^paper\/c6\/sample-colony\.html$/)[0];
  const list = of(/\/labels\/people\/index\.html$/)[0];
  const styled = (path, css) => read(root, path).replace('</style>', `${css}</style>`);
  const printed = async (should, whole, broken, how, judge = faults) => {
    await open(whole);
    const expected = await should();
    await open(broken);
    return [
      judge(await chromium(how), { size: A4, ...expected }),
      judge(weasyprint(broken), { size: A4, ...expected }),
    ];
  };
  const both = async (name, ...work) => (await printed(...work)).forEach((found) => caught(name, found));
  const small = '@media print{.cut .envelope,.to .envelope{font-size:14pt}}';
  await both('a sheet in small letters', sheetShould, read(root, sheet), styled(sheet, small), { format: 'A4' });
  const long = '@media print{.letter{margin-block-end:200mm}}';
  await both('a sheet that goes on', sheetShould, read(root, sheet), styled(sheet, long), { format: 'A4' });
  const mute = '@media print{.paper .safety{display:none}}';
  await both('a sheet without advice', sheetShould, read(root, sheet), styled(sheet, mute), { format: 'A4' });
  const css = { preferCSSPageSize: true };
  const should = () => envelopeShould(cover);
  await both('an envelope in small letters', should, read(root, cover), styled(cover, small), css);
  await both('an envelope of another size', should, read(root, cover), styled(cover, '@page{size:170mm 114mm}'), css);
  const tall = '@media print{.labels li{height:39mm}}';
  await both('labels beside their places', labelsShould, read(root, list), styled(list, tall), css, labelFaults);
}

function caught(name, found) {
  results.check(`${name} is found`, found.length > 0 ? [] : ['it is not']);
}

/// Opens a page by its text, as a printer sees it, without scripts or parts on the screen.
async function open(html) {
  const file = join(scratch, 'page.html');
  writeFileSync(file, html);
  await page.goto(pathToFileURL(file).href);
  await page.emulateMedia({ media: 'print' });
}

async function printedWords() {
  return (await page.evaluate(() => document.body.innerText)).split(/\s+/).filter(Boolean);
}

async function addressIn(selector) {
  return page.evaluate((selector) => document.querySelector(selector)?.innerText, selector);
}

async function chromium(how) {
  const path = join(scratch, 'chromium.pdf');
  await page.pdf({ path, ...how });
  return path;
}

function weasyprint(html) {
  counted['documents by WeasyPrint'] += 1;
  const [from, to] = [join(scratch, 'weasyprint.html'), join(scratch, 'weasyprint.pdf')];
  writeFileSync(from, html);
  const done = spawnSync(join(venv, 'bin/weasyprint'), ['--quiet', from, to], { encoding: 'utf8' });
  if (done.error || done.status !== 0) throw new Error(`WeasyPrint did not run: ${done.error ?? done.stderr}`);
  return to;
}
