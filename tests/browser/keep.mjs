//! The page `keep.html` and the service worker in Chromium: what it keeps, what it
//! refuses, what it does when hosts are down or lie, and that it can forget.
//!
//! node keep.mjs TREE          TREE is a release signed with the keys in tests/keys

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { host } from './host.mjs';
import { keyId, newKey, publicKey, released, sha256, sign } from './sign.mjs';
import { options, tally } from './tally.mjs';
import { read } from './tree.mjs';

const given = options();
const results = tally();
const base = resolve(given.rest[0] ?? 'release');
const KEEP = 'en/keep.html';
const PAGE = 'en/people/index.html';
/// The release's own day lies behind the clock and within the window of the key.
const CREATED = /^created: (.*)$/m.exec(read(base, 'release.txt'))[1];
const EXPIRED = { expires: CREATED.replace('00Z', '01Z') };
const OPEN = { 'access-control-allow-origin': '*' };

/// Hosts, each with the tree that it serves and the way in which it does.
const stage = { primary: {}, mirror: {}, shy: {} };
const made = [];
for (const [name, role] of Object.entries(stage)) {
  const answer = (path, bytes) => {
    if (role.way === 'down') return null;
    if (role.way === 'tampered') return Buffer.concat([bytes, Buffer.from('<!-- changed -->')]);
    return bytes;
  };
  Object.assign(role, await host(() => role.root ?? base, { headers: name === 'mirror' ? OPEN : {}, answer }));
}
const mirrors = ['mirror', 'shy'].map((name) => `${stage[name].base} | http | 2026-10-01 | a test\n`).join('');
const previous = `sha256:${'0'.repeat(64)}`;
const changed = read(base, PAGE).replace('<h1>', '<h1>Changed. ');
const KINDS = {
  five: { facts: { sequence: 5 } },
  three: { facts: { sequence: 3 } },
  six: { facts: { sequence: 6 }, files: { [PAGE]: changed } },
  twin: { facts: { sequence: 5 }, files: { [PAGE]: changed } },
  other: { facts: { sequence: 7 }, key: 'root-1' },
  old: { facts: { sequence: 8, ...EXPIRED } },
};
Object.assign(KINDS, rotation());
let trees = {};
const at = (path) => stage.primary.base + path;
const headingOf = (html) => /<h1[^>]*>([^<]*)/.exec(html)[1];

/// The tree of a kind, made when it is first needed; with another worker in a self-test.
function tree(kind) {
  if (!trees[kind]) {
    const { facts, files, add, key } = KINDS[kind];
    const own = worker ? { 'sw.js': worker } : {};
    trees[kind] = released(base, { mirrors, add, key, facts: { previous, ...facts }, files: { ...files, ...own } });
    made.push(trees[kind]);
  }
  return trees[kind];
}

let worker = null;
const browser = await launch();
try {
  await nothingByItself();
  await notEverywhere();
  await story('keeps, and works without the host', keeps);
  await story('takes pages from another mirror when the host is down', (it) => fallsBack(it, 'down'));
  await story('takes pages from another mirror when the host lies', (it) => fallsBack(it, 'tampered'));
  await story('shows where copies are when all fail', allFail);
  await story('takes over a newer release', newer);
  await story('refuses an older release', (it) => refuses(it, 'three'));
  await story('refuses another release of the same number', (it) => refuses(it, 'twin'));
  await story('refuses a release that another key has signed', wrongKey);
  await story('remembers that a key was revoked', revoked);
  await story('shows an expired release with a notice', expired);
  await story('never shows what is not in the list', strangers);
  await story('forgets everything', forgets);
  await faults();
} finally {
  await browser.close();
  Object.values(stage).forEach(({ stop }) => stop());
  made.forEach((tree) => rmSync(dirname(tree), { recursive: true }));
}
results.done();

/// One story in a browser of its own, with all hosts at release five.
async function story(name, tell) {
  serve('five');
  ways('up');
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  const expect = (what, is) => is || faults.push(`not so: ${what}`);
  try {
    await tell({ context, page, expect });
  } catch (error) {
    faults.push(error.message);
  }
  await context.close();
  if (!worker) results.check(name, faults);
  return faults;
}

function serve(name) {
  for (const role of Object.values(stage)) role.root = tree(name);
}

function ways(way) {
  for (const role of Object.values(stage)) role.way = way;
}

/// Opens the page and presses both buttons; what it says at the end.
async function keep(page) {
  await page.goto(at(KEEP));
  await page.click('#keep_ask');
  await page.click('#keep_go');
  return said(page, /kept|failed|older/);
}

async function said(page, pattern) {
  const matches = (source) => new RegExp(`^(${source})$`).test(document.querySelector('#keep_said [data-say]')?.dataset.say);
  await page.waitForFunction(matches, pattern.source, { timeout: 90000 });
  return page.$$eval('#keep_said > *', (all) => all.map((line) => [line.dataset.say, line.textContent]));
}

/// Removes a file from what is kept, as a browser does that is short of room.
async function lose(page, path) {
  const digest = sha256(readFileSync(join(tree('five'), path)));
  return page.evaluate(async (digest) => {
    const [name] = await caches.keys();
    return (await caches.open(name)).delete(new URL(`../?kept=${digest}`, location.href).href);
  }, digest);
}

async function heading(page, path) {
  await page.goto(at(path));
  return (await page.textContent('h1')).trim();
}

async function nothingByItself() {
  serve('five');
  const context = await browser.newContext();
  const page = await context.newPage();
  stage.primary.requests.length = 0;
  await page.goto(at(KEEP));
  await page.waitForTimeout(300);
  const registered = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  const kept = await page.evaluate(async () => (await caches.keys()).length);
  const asked = stage.primary.requests.filter((path) => path !== KEEP);
  results.check('nothing is registered, kept or asked for before a press', [
    ...(registered + kept > 0 ? [`${registered} workers, ${kept} caches`] : []),
    ...asked.filter((path) => path !== 'keep.js'),
  ]);
  await context.close();
}

/// No button from the disk, on plain http:, and below a gateway of IPFS.
async function notEverywhere() {
  const gateway = await host(base, { folder: '/ipfs/bafytest/' });
  const context = await browser.newContext();
  const page = await context.newPage();
  const plain = 'http://mirror.example/site/';
  await context.route(`${plain}**`, (route) => {
    const path = route.request().url().slice(plain.length);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    return route.fulfill({ body: readFileSync(join(base, path)), contentType: type });
  });
  for (const [name, address] of [
    ['from the disk', pathToFileURL(join(base, KEEP)).href],
    ['below a gateway of IPFS', gateway.base + KEEP],
    ['on plain http:', plain + KEEP],
  ]) {
    await page.goto(address);
    const shown = await page.isVisible('#keep_ask');
    const why = await page.isVisible('#keep_not_here');
    results.check(`no button ${name}`, shown || !why ? [`button ${shown}, reason ${why}`] : []);
  }
  await page.goto(at(KEEP));
  results.check('a button on loopback', (await page.isVisible('#keep_ask')) ? [] : ['there is none']);
  await context.close();
  gateway.stop();
}

async function keeps({ page, expect }) {
  await page.goto(at(KEEP));
  await page.click('#keep_ask');
  const [, size] = (await said(page, /size/))[0];
  const bytes = Number(/^tree: \d+ (\d+)/m.exec(read(base, 'release.txt'))[1]);
  expect(`the size is said first (${size})`, size.includes((bytes / 1e6).toFixed(1)));
  expect('nothing is registered yet', (await page.evaluate(() => navigator.serviceWorker.getRegistrations())).length === 0);
  await page.click('#keep_go');
  const lines = await said(page, /kept|failed|older/);
  expect(`it is kept (${lines})`, lines[0][0] === 'kept' && lines[0][1].includes(' 5 '));
  expect(`one mirror helps, one does not (${lines[1]})`, /: 1;.*: 1\./.test(lines[1]?.[1] ?? ''));
  ways('down');
  for (const path of [PAGE, 'ru/index.html', 'index.html']) {
    expect(`${path} opens without the host`, (await heading(page, path)) === headingOf(read(base, path)));
  }
  await page.goto(stage.primary.base);
  expect('the folder itself opens', (await page.textContent('h1')) === headingOf(read(base, 'index.html')));
}

async function fallsBack({ page, expect }, way) {
  await keep(page);
  expect('a page can be lost', await lose(page, PAGE));
  stage.primary.way = way;
  stage.mirror.requests.length = 0;
  expect('the page is genuine', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
  expect('no word of the lie', !(await page.content()).includes('<!-- changed -->'));
  expect('the mirror was asked', stage.mirror.requests.includes(PAGE));
}

async function allFail({ page, expect }) {
  await keep(page);
  await lose(page, PAGE);
  ways('down');
  await page.goto(at(PAGE));
  expect('the list of mirrors is shown', page.url() === at('en/mirrors.html'));
  expect('with the addresses', (await page.content()).includes('<h1>Copies of this site'));
}

async function newer({ page, expect }) {
  await keep(page);
  serve('six');
  const [[name, text]] = await keep(page);
  expect(`release 6 is kept (${text})`, name === 'kept' && text.includes(' 6 '));
  ways('down');
  expect('its page is shown', (await heading(page, PAGE)).startsWith('Changed.'));
  const files = await page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).length);
  const wanted = new Set(read(tree('six'), 'SHA256SUMS').trim().split('\n').map((line) => line.slice(0, 64)));
  expect(`only its files stay (${files} of ${wanted.size})`, [4, 5].includes(files - wanted.size));
}

async function refuses({ page, expect }, name) {
  await keep(page);
  serve(name);
  const [[said]] = await keep(page);
  expect(`it is refused (${said})`, said === 'older');
  ways('down');
  expect('the kept page stays', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

async function wrongKey({ page, expect }) {
  serve('other');
  const [[said]] = await keep(page);
  expect(`it is refused (${said})`, said === 'failed');
  const files = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length));
    return all.reduce((sum, one) => sum + one, 0);
  });
  expect(`nothing is kept (${files} files)`, files === 0);
}

/// A second list of keys, which revokes the first key; and what its thief makes.
function rotation() {
  const key = newKey();
  const old = `revoked: ${keyId('release').toUpperCase()} ${CREATED.slice(0, 10)}\n`;
  const first = read(base, 'keys/1.txt').replace('number: 1', 'number: 2');
  const text = first.replace(publicKey('release'), publicKey(key)) + old;
  const add = { 'keys/2.txt': text };
  for (const root of ['root-1', 'root-2']) {
    add[`keys/2.${keyId(root)}.minisig`] = sign(text, `site=${/^site: (.*)$/m.exec(text)[1]} keys=2`, root);
  }
  return {
    rotated: { facts: { sequence: 6, keys: `2 sha256:${sha256(text)}` }, add, key },
    stolen: { facts: { sequence: 7 }, files: { [PAGE]: changed } },
  };
}

async function revoked({ page, expect }) {
  await keep(page);
  serve('rotated');
  const [[name, text]] = await keep(page);
  expect(`the next key is believed (${text})`, name === 'kept' && text.includes(' 6 '));
  serve('stolen');
  const [[said]] = await keep(page);
  expect(`the revoked one is not (${said})`, said === 'failed');
  ways('down');
  expect('the kept page stays', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

async function expired({ page, expect }) {
  serve('old');
  const [[said]] = await keep(page);
  expect(`it is kept (${said})`, said === 'kept');
  ways('down');
  for (const [path, word] of [[PAGE, 'This kept copy is old'], ['ru/people/index.html', 'Эта сохранённая копия старая']]) {
    await page.goto(at(path));
    const notice = await page.$eval('main > .notice', (line) => line.textContent).catch(() => '');
    expect(`${path} says so (${notice})`, notice.startsWith(word) && notice.includes(CREATED.slice(0, 10)));
  }
}

async function strangers({ page, expect }) {
  await keep(page);
  writeFileSync(join(tree('five'), 'en/stranger.html'), '<h1>Give money here</h1>');
  const response = await page.goto(at('en/stranger.html'));
  expect('it is not found', response.status() === 404 && (await page.textContent('h1')) === '404');
  rmSync(join(tree('five'), 'en/stranger.html'));
}

async function forgets({ page, expect }) {
  await keep(page);
  await page.click('#keep_forget');
  const [[name]] = await said(page, /forgotten/);
  expect('it says so', name === 'forgotten');
  await page.goto(at(KEEP));
  const left = await page.evaluate(async () => [
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
    (await indexedDB.databases()).length,
  ]);
  expect(`nothing is left (${left})`, left.every((count) => count === 0));
  ways('down');
  const response = await page.goto(at(PAGE));
  expect('pages come from the host again', response.status() === 404);
}

/// Workers with one fault each, and the story that must notice it.
async function faults() {
  const FAULTS = [
    ['shows what any host sends', 'if (!bytes || sha256(bytes) !== digest) continue;', 'if (!bytes) continue;', (it) => fallsBack(it, 'tampered')],
    ['goes back to an older release', 'if (isOlder || isOther)', 'if (isOther)', (it) => refuses(it, 'three')],
    ['believes every key', "if (key?.id !== id) throw new Distrust('other-key', { id });", 'return { ...parse("", file, 4096, RELEASE), sequence: 7 };', wrongKey],
    ['does not ask other mirrors', '...shuffled(release.urls)]) {', ']) {', (it) => fallsBack(it, 'down')],
    ['forgets that a key was revoked', "await store('keys', offer.keys);", '', revoked],
    ['shows no notice', 'const body = isOld ?', 'const body = false ?', expired],
    ['shows what is not in the list', "const found = release.sums.has(path) ? path : '404.html';", 'if (!release.sums.has(path)) return fetch(request); const found = path;', strangers],
  ];
  for (const [name, from, to, tell] of FAULTS) {
    trees = {};
    worker = read(base, 'sw.js').replace(from, () => to);
    if (worker === read(base, 'sw.js')) throw new Error(`the worker does not hold ${from}`);
    const found = await story(name, tell);
    results.check(`a worker that ${name} is found`, found.length > 0 ? [] : ['it is not']);
  }
}
