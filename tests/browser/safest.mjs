//! Firefox as Tor Browser sets it at "Safest" shows each page as whole as Chromium does:
//! every word, link and picture; over http below a folder and from the disk. It looks at a page of
//! each kind, or at all.
//!
//! node safest.mjs TREE [--full] [--seed N] [--only WORDS]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { launchSafest } from './firefox.mjs';
import { host } from './host.mjs';
import { plant, styled, withMore } from './proof.mjs';
import { options, tally } from './tally.mjs';
import { ofEachKind, pages } from './tree.mjs';

const SVG = 'http://www.w3.org/2000/svg';
const PLANTED = [
  { fault: 'word', change: styled('@supports (-moz-orient: inline) { .about { display: none } }') },
  { fault: 'link', change: withMore(`<svg xmlns="${SVG}" width="99" height="20"><a href="x.html"><rect width="9" height="9"/></a></svg>`) },
  { fault: 'picture', change: withMore(`<img alt="" width="9" height="9" src="data:image/svg+xml,<svg xmlns='${SVG}' width='9' height='9'/>">`) },
  { fault: 'failed', change: withMore('<img alt="" width="9" height="9" src="gone.png">') },
  { fault: 'foreign', change: withMore('<img alt="" width="9" height="9" src="http://tracker.example/p.png">') },
  { fault: 'script', change: withMore('<script>document.body.dataset.ran = "yes"</script><p>Planted</p>') },
];

const given = options(['seed', 'only']);
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const seed = Number(given.seed ?? 1);
const chosen = (given.full ? pages(root) : ofEachKind(root, { seed })).filter((path) => !given.only || path.includes(given.only));
console.log(`${chosen.length} of ${pages(root).length} pages, seed ${seed}`);

const chromium = await launch();
const firefox = await launchSafest();
const whole = await (await chromium.newContext({ javaScriptEnabled: false })).newPage();
const safest = await watched(firefox);
console.log(await firefox.version());

const server = await host(root);
for (const [way, base] of [['http', server.base], ['file', pathToFileURL(`${root}/`).href]]) {
  for (const path of chosen) results.check(`${way}: ${path}`, await compared(root, base, path));
}
server.stop();
await planted();
await firefox.close();
await chromium.close();
results.done();

/// What Firefox lacks of the page that Chromium shows, and what went wrong on the way.
async function compared(tree, base, path) {
  await whole.goto(new URL(encodeURI(path), pathToFileURL(`${tree}/`)).href);
  const expected = await whole.evaluate(shown);
  const events = await safest.open(new URL(encodeURI(path), base).href, base);
  return [...events, ...lost(expected, await safest.page.evaluate(shown))];
}

/// A page of Firefox whose requests are noted while it is opened.
async function watched(browser) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  let events = [];
  let base = '';
  page.on('request', (request) => {
    const isOwn = request.url().startsWith('data:') || request.url().startsWith(base);
    if (!isOwn) events.push(`foreign: a request to ${request.url()}`);
  });
  page.on('requestfailed', (request) => events.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) events.push(`failed: ${response.url()} ${response.status()}`);
  });
  page.on('pageerror', (error) => events.push(`console: ${error.message}`));
  const open = async (address, within) => {
    [events, base] = [[], within];
    await page.goto(address, { waitUntil: 'load' });
    return events;
  };
  return { page, open };
}

function lost(expected, found) {
  const faults = [];
  for (const kind of ['word', 'link', 'picture']) {
    const rest = [...found[kind]];
    for (const each of expected[kind]) {
      const at = rest.indexOf(each);
      if (at < 0) faults.push(`${kind}: \`${each}\` is not shown`);
      else rest.splice(at, 1);
    }
  }
  if (found.ran) faults.push('script: one ran');
  return faults;
}

async function planted() {
  const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
  const server = await host(scratch);
  for (const [path, { fault }] of plant(root, scratch, PLANTED)) {
    const found = await compared(scratch, server.base, path);
    // Scripts are off: a fault would be one that runs.
    const asked = fault === 'script' ? found.length === 0 : found.some((text) => text.startsWith(`${fault}:`));
    const name = fault === 'script' ? 'scripts are off' : `a planted fault, ${fault}, is found`;
    results.check(name, asked ? [] : ['found instead:', ...found]);
  }
  server.stop();
  rmSync(scratch, { recursive: true });
}


// What follows runs in the page.

/// Every word, link and picture that its reader sees, with everything open.
function shown() {
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  const isSeen = (element) => [...element.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
  // Marks of direction are nothing that is seen, and Firefox leaves them out of the text.
  const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  return {
    word: document.body.innerText.replace(marks, '').split(/\s+/).filter(Boolean),
    link: [...document.querySelectorAll('a')].filter(isSeen).map((link) => link.getAttribute('href')),
    picture: [...document.images].filter((image) => isSeen(image) && image.naturalWidth > 0).map((image) => image.getAttribute('src')),
    ran: document.body.dataset.ran === 'yes',
  };
}
