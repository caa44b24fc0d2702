//! Profiles on A4 paper: the address stands whole on the first sheet.
//!
//! node print.mjs TREE

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADDRESS, lacking } from '../tests/browser/address.mjs';
import { launch } from '../tests/browser/chromium.mjs';
import { options, tally } from '../tests/browser/tally.mjs';
import { pages } from '../tests/browser/tree.mjs';

const given = options();
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
const browser = await launch();
const page = await browser.newPage();

for (const path of pages(root).filter((path) => path.endsWith('/people/sample-colony.html'))) {
  await page.goto(pathToFileURL(join(root, path)).href);
  const pdf = await print();
  console.log(`${path}: ${sheets(pdf)} pages of A4`);
  results.check(`${path}: the address on the first sheet`, onFirstSheet(pdf));
  await page.evaluate(() => document.querySelector('.post').remove());
  results.check(`${path}: a planted fault is found`, onFirstSheet(await print()).length > 0 ? [] : ['it is not']);
}
await browser.close();
rmSync(scratch, { recursive: true });
results.done();

async function print() {
  const path = join(scratch, 'page.pdf');
  await page.pdf({ path, format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  return path;
}

function sheets(pdf) {
  return Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', [pdf]))[1]);
}

function onFirstSheet(pdf) {
  return lacking(ADDRESS, run('pdftotext', ['-l', '1', '-layout', pdf, '-']).split('\n'));
}

function run(program, words) {
  const done = spawnSync(program, words, { encoding: 'utf8' });
  if (done.error || done.status !== 0) throw new Error(`${program} did not run: ${done.error ?? done.stderr}`);
  return done.stdout;
}
