//! Lighthouse, as for a phone, on the profile, the list and the home page: accessibility,
//! best practices and SEO are 100. The mark for speed depends on the machine that measures:
//! it is only reported, a median of three; what it is made of (bytes, requests, movement) is
//! checked elsewhere.
//!
//! node lighthouse.mjs TREE [--lang LANG] [--full]

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ARGUMENTS, PROGRAM, modules } from '../tests/browser/chromium.mjs';
import { host } from '../tests/browser/host.mjs';
import { plant, withMore } from '../tests/browser/proof.mjs';
import { options, tally } from '../tests/browser/tally.mjs';
import { pages } from '../tests/browser/tree.mjs';

const npm = createRequire(modules);
const puppeteer = npm('puppeteer-core');
const { default: lighthouse } = await import(pathToFileURL(npm.resolve('lighthouse')));

const MARKED = ['accessibility', 'best-practices', 'seo'];
const KINDS = ['index.html', 'people/index.html', 'people/sample-colony.html'];
const PLANTED = [
  { fault: 'accessibility', change: withMore('<img src="data:," width="9" height="9">') },
  { fault: 'best-practices', change: withMore('<script>throw new Error("planted")</script>') },
  { fault: 'seo', change: (html) => html.replace(/<meta name="description"[^>]*>/, '') },
];

const given = options(['lang']);
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const browser = await puppeteer.launch({ executablePath: PROGRAM, args: ARGUMENTS, headless: true });
const languages = given.full ? allLanguages() : [given.lang ?? 'ru'];
const server = await host(root);
for (const language of languages) for (const kind of KINDS) await look(`${language}/${kind}`);
server.stop();
await planted();
await browser.close();
results.done();

function allLanguages() {
  return pages(root).filter((page) => /^[^/]+\/index\.html$/.test(page)).map((page) => page.split('/')[0]);
}

async function look(path) {
  const { marks, faults } = await measure(server.base + path, [...MARKED, 'performance']);
  results.check(path, faults);
  const speeds = [marks.performance];
  while (speeds.length < 3) speeds.push((await measure(server.base + path, ['performance'])).marks.performance);
  speeds.sort((a, b) => a - b);
  const full = MARKED.map((name) => `${name} ${marks[name]}`).join(', ');
  console.log(`${path}: ${full}; performance ${speeds[1]}, of ${speeds.join(', ')}`);
}

/// The marks of one run, and what took points away from those that must be full.
async function measure(address, onlyCategories) {
  const page = await browser.newPage();
  const { lhr } = await lighthouse(address, { onlyCategories, logLevel: 'error', disableFullPageScreenshot: true }, undefined, page);
  await page.close();
  const marks = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
  const short = Object.values(lhr.categories).filter(({ id, score }) => MARKED.includes(id) && score !== 1);
  const lost = ({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1);
  const faults = short.map((each) => `${each.id}: ${marks[each.id]}; ${lost(each).map(({ id }) => lhr.audits[id].title).join('; ')}`);
  return { marks, faults: lhr.runtimeError ? [`run: ${lhr.runtimeError.message}`] : faults };
}

async function planted() {
  const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
  const server = await host(scratch);
  for (const [path, { fault }] of plant(root, scratch, PLANTED)) {
    const { faults } = await measure(server.base + path, [fault]);
    const isFound = faults.some((text) => text.startsWith(`${fault}:`));
    results.check(`a planted fault, ${fault}, is found`, isFound ? [] : ['found instead:', ...faults]);
  }
  server.stop();
  rmSync(scratch, { recursive: true });
}
