//! The page `keep.html` and the service worker in Chromium: what it keeps, what it
//! refuses, what it does when hosts are down or lie, and that it can forget.
//!
//! node keep.mjs TREE [--full] [--only WORDS]
//!
//! TREE is a release signed with the keys in tests/keys; the stories are told with a few of its
//! files, with `--full` with all of them. WORDS are in the names of the stories to tell.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { host } from './host.mjs';
import { keyId, newKey, publicKey, released, sha256, sign } from './sign.mjs';
import { options, tally } from './tally.mjs';
import { read } from './tree.mjs';

const given = options(['only']);
const results = tally();
const whole = resolve(given.rest[0] ?? 'release');
const made = [];
const few = (path) => path.split('/').length < 3 || path.endsWith('/index.html');
const base = given.full ? whole : released(whole, { only: few });
if (!given.full) made.push(base);
const KEEP = 'en/keep.html';
const PAGE = 'en/people/index.html';
/// The release's own day lies behind the clock and within the window of the key.
const CREATED = /^created: (.*)$/m.exec(read(base, 'release.txt'))[1];
const EXPIRED = { expires: CREATED.replace('00Z', '01Z') };
const ENDS = /kept|failed|older|refused|twin|stopped|full/;
/// A page that soon takes a worker for dead.
const QUICK = { 'keep.js': [['SILENCE = 15000', 'SILENCE = 600']], 'sw.js': [['BEAT = 2000', 'BEAT = 200']] };
/// How long a planted fault is waited for, ms: longer than a whole copy takes.
const PLANTED = given.full ? 15000 : 5000;
const OPEN = { 'access-control-allow-origin': '*' };

/// Hosts, each with the tree that it serves and the way in which it does.
const stage = { primary: {}, mirror: {}, shy: {}, hidden: {} };
for (const [name, role] of Object.entries(stage)) {
  const answer = (path, bytes) => {
    if (role.way === 'down') return null;
    if (role.way === 'tampered') return Buffer.concat([bytes, Buffer.from('<!-- changed -->')]);
    return typeof role.way === 'function' ? role.way(path, bytes) : bytes;
  };
  Object.assign(role, await host(() => role.root ?? base, { headers: ['mirror', 'hidden'].includes(name) ? OPEN : {}, answer }));
}
/// The hidden one stands for an onion service.
const kinds = { mirror: 'http', shy: 'http', hidden: 'onion' };
const mirrors = Object.entries(kinds).map(([name, kind]) => `${stage[name].base} | ${kind} | 2026-10-01 | a test\n`).join('');
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

/// The tree of a kind, made when it is first needed; with other scripts where a story needs them.
function tree(kind) {
  if (!trees[kind]) {
    const { facts, files, add, key } = KINDS[kind];
    trees[kind] = released(base, { mirrors, add, key, facts: { previous, ...facts }, files: { ...files, ...scripts } });
    made.push(trees[kind]);
  }
  return trees[kind];
}

let scripts = {};
let isPlanted = false;
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
  await story('refuses another release of the same number', (it) => refuses(it, 'twin', 'twin'));
  await story('believes nothing that another page has put into the cache', poisoned);
  await story('believes no key set that another page has put into the cache', poisonedKeys);
  await story('shows nothing in place of a kept copy that is damaged', damaged);
  await story('keeps a release under a key set that is older than its own', pinnedNewer);
  await story('lets no control file run', controls);
  await story('says which mirrors lie', liars);
  await story('shows a genuine page without room to keep it', full);
  await story('says why there is nothing to press without its script', scriptless);
  await story('says that there is no answer', silent);
  await story('finds pages without .html in their address', bareAddresses);
  await story('keeps the place of the keyboard', focus);
  await story('forgets in the midst of a download', forgetsMidway);
  await story('forgets while a mirror is waited for', forgetsWaiting);
  await edited({ 'sw.js': [['PORTION = 30000', 'PORTION = 0']] }, 'goes on from portion to portion', keepsAll);
  await edited({ 'sw.js': [['PATIENCE = 20000', 'PATIENCE = 1500']] }, 'waits for a host that is slow but goes on', drips);
  await edited(QUICK, 'goes on when the browser has ended the worker', killed);
  await edited(QUICK, 'says that the download has stopped', stops);
  await story('refuses a release that another key has signed', wrongKey);
  await story('remembers that a key was revoked', revoked);
  await story('shows an expired release with a notice', expired);
  await story('never shows what is not in the list', strangers);
  await story('forgets everything', forgets);
  if (!given.only) await faults();
} finally {
  await browser.close();
  Object.values(stage).forEach(({ stop }) => stop());
  made.forEach((tree) => rmSync(dirname(tree), { recursive: true }));
}
results.done();

/// One story in a browser of its own, with all hosts at release five.
async function story(name, tell) {
  if (given.only && !name.includes(given.only)) return [];
  serve('five');
  ways('up');
  for (const role of Object.values(stage)) role.requests.length = 0;
  const context = await browser.newContext();
  const page = await context.newPage();
  if (isPlanted) page.setDefaultTimeout(PLANTED);
  const faults = [];
  const expect = (what, is) => is || faults.push(`not so: ${what}`);
  try {
    await tell({ context, page, expect });
  } catch (error) {
    faults.push(error.message);
  }
  await context.close();
  if (!isPlanted) results.check(name, faults);
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
  return said(page, ENDS);
}

/// A story with scripts in which parts are replaced.
async function edited(edits, name, tell) {
  trees = {};
  for (const [path, pairs] of Object.entries(edits)) {
    scripts[path] = pairs.reduce((text, [from, to]) => replaced(text, from, to), read(base, path));
  }
  const found = await story(name, tell);
  trees = {};
  scripts = {};
  return found;
}

function replaced(text, from, to) {
  const other = text.replace(from, () => to);
  if (other === text) throw new Error(`the script does not hold ${from}`);
  return other;
}

/// Ends the worker, as a browser does when it likes; what it held in memory is gone.
async function kill(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/// What a page of the same host finds left of the worker and its cache.
function left(page) {
  return page.evaluate(async () => [
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
    (await indexedDB.databases()).length,
  ]);
}

async function said(page, pattern) {
  const matches = (source) => new RegExp(`^(${source})$`).test(document.querySelector('#keep_said [data-say]')?.dataset.say);
  await page.waitForFunction(matches, pattern.source, { timeout: isPlanted ? PLANTED : 90000 });
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
  const lines = await said(page, ENDS);
  expect(`it is kept (${lines})`, lines[0][0] === 'kept' && lines[0][1].includes(' 5 '));
  expect(`one mirror helps, one does not (${lines[1]})`, /: 1;.*: 1\./.test(lines[1]?.[1] ?? ''));
  expect('no onion service is asked without Tor', stage.hidden.requests.length === 0);
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
  expect(`only its files stay (${files} of ${wanted.size})`, [3, 4].includes(files - wanted.size));
}

async function refuses({ page, expect }, name, why = 'older') {
  await keep(page);
  serve(name);
  const [[said]] = await keep(page);
  expect(`it is refused (${said})`, said === why);
  ways('down');
  expect('the kept page stays', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

async function wrongKey({ page, expect }) {
  serve('other');
  const [[said]] = await keep(page);
  expect(`it is refused (${said})`, said === 'refused');
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
  expect(`the revoked one is not (${said})`, said === 'refused');
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
  const rest = await left(page);
  expect(`nothing is left (${rest})`, rest.every((count) => count === 0));
  ways('down');
  const response = await page.goto(at(PAGE));
  expect('pages come from the host again', response.status() === 404);
}

/// Another page of the same host puts a page of its own into the cache.
async function poison(page, edit) {
  await page.evaluate(`(async () => {
    const [name] = await caches.keys(), cache = await caches.open(name);
    const home = name.slice('kept '.length), at = (name) => home + '?kept=' + name;
    const digest = async (text) => {
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const put = async (text) => {
      const name = await digest(text);
      await cache.put(at(name), new Response(text));
      return name;
    };
    const proof = JSON.parse(await (await cache.match(at('proof'))).text());
    ${edit}
    await cache.put(at('proof'), new Response(JSON.stringify(proof)));
  })()`);
}

async function poisoned({ page, expect }) {
  await keep(page);
  await poison(page, `
    const page = '<!doctype html><html lang="en"><main><h1>Give money here</h1>';
    const sums = (await put(page)) + '  ${PAGE}\\n';
    proof.release = proof.release.replace(/files: .*/, 'files: sha256:' + (await put(sums)) + ' ' + sums.length + ' SHA256SUMS');`);
  await kill(page);
  await isUnbelieved(page, expect, 'Give money');
  await page.goto(at(PAGE)); // By now it was fetched again.
  await page.goto(at(KEEP));
  const [[again]] = await keep(page);
  expect(`it can be kept again (${again})`, again === 'kept');
  expect('and is shown', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

/// A page that says so, and nothing of the host.
async function isUnbelieved(page, expect, lie) {
  const response = await page.goto(at(PAGE));
  const text = await page.content();
  expect(`the page is not shown (${response.status()})`, response.status() === 503 && text.includes('is not shown'));
  expect('no word of the lie', !text.includes(lie));
  await page.click('a');
  // The button comes with the script of the page that the click leads to.
  const arrives = await page.waitForSelector('#keep_ask').then(() => page.url() === at(KEEP), () => false);
  expect('it leads to the page with the buttons', arrives);
}

async function poisonedKeys({ page, expect }) {
  await keep(page);
  await poison(page, `
    const first = ${JSON.stringify(read(base, 'keys/1.txt'))};
    proof.keys['2.txt'] = first.replace('number: 1', 'number: 2').replace(${JSON.stringify(publicKey('release'))}, ${JSON.stringify(publicKey('minisign'))});`);
  await kill(page);
  serve('six');
  const [[said, text]] = await keep(page);
  expect(`the next release is kept (${text})`, said === 'kept' && text.includes(' 6 '));
}

/// A file of the kept copy is gone, and the host has changed its pages.
async function damaged({ page, expect }) {
  await keep(page);
  const list = sha256(readFileSync(join(tree('five'), 'SHA256SUMS')));
  expect('the list can be lost', await page.evaluate(async (list) => {
    const [name] = await caches.keys();
    return (await caches.open(name)).delete(`${name.slice('kept '.length)}?kept=${list}`);
  }, list));
  await kill(page);
  stage.primary.way = (path, bytes) => (/keep/.test(path) ? bytes : Buffer.concat([bytes, Buffer.from('<!-- changed -->')]));
  await isUnbelieved(page, expect, '<!-- changed -->');
  ways('up');
  for (let tries = 0; tries < 40 && (await page.goto(at(PAGE))).status() === 503; tries++) await page.waitForTimeout(500);
  expect('it is fetched again by itself', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

/// The worker is newer than the release: both lists of keys name the key.
async function pinnedNewer({ page, expect }) {
  await keep(page);
  const next = read(base, 'keys/1.txt').replace('number: 1', 'number: 2');
  const worker = read(base, 'sw.js').replace(/"keys":"(\\.|[^"])*"/, () => `"keys":${JSON.stringify(next)}`);
  stage.primary.way = (path, bytes) => (path === 'sw.js' ? Buffer.from(worker) : bytes);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(async () => {
    const { active, installing, waiting } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && !installing && !waiting;
  });
  await kill(page);
  ways('down');
  expect('the kept page is shown', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

async function controls({ page, expect }) {
  await keep(page);
  const lie = Buffer.from('<title>Not this</title><h1>Give money here</h1><script>document.title = "ran"</script>');
  stage.primary.way = (path, bytes) => (/^(bundle|keys|release)/.test(path) ? { bytes: lie, type: 'text/html' } : bytes);
  for (const [path, type] of [['bundle/site.zip', 'application/octet-stream'], ['release.txt', 'text/plain'], ['keys/1.txt', 'text/plain']]) {
    const found = await page.evaluate(async (path) => {
      const { headers } = await fetch(path);
      return ['content-type', 'content-security-policy', 'x-content-type-options'].map((name) => headers.get(name));
    }, at(path));
    expect(`${path} is no page (${found})`, found[0].startsWith(type) && found[1]?.startsWith('sandbox') && found[2] === 'nosniff');
  }
  await page.goto(at('release.txt'));
  expect('its script does not run', (await page.title()) !== 'ran' && (await page.$('h1')) === null);
  writeFileSync(join(tree('five'), 'keys/donate.html'), lie);
  const response = await page.goto(at('keys/donate.html'));
  expect('a page in keys/ is not found', response.status() === 404 && (await page.textContent('h1')) === '404');
  rmSync(join(tree('five'), 'keys/donate.html'));
}

async function liars({ page, expect }) {
  stage.mirror.root = tree('other');
  const lines = await keep(page);
  const [, text] = lines.find(([name]) => name === 'liars') ?? [];
  expect(`the mirror is named (${lines})`, text?.includes(stage.mirror.base));
  expect('and does not count as one that helps', lines.some(([name, text]) => name === 'mirrors' && /: 0;.*: 1\./.test(text)));
}

async function full({ page, expect }) {
  await keep(page);
  await lose(page, PAGE);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(stage.primary.base).origin, quotaSize: 1 });
  expect('the page is shown', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

async function scriptless({ page, expect }) {
  stage.primary.way = (path, bytes) => (path === 'keep.js' ? null : bytes);
  await page.goto(at(KEEP));
  expect('the page says so', await page.isVisible('#keep_no_script'));
  ways('up');
  await page.goto(at(KEEP));
  expect('and is silent where it runs', !(await page.isVisible('#keep_no_script')));
}

async function silent({ page, expect }) {
  await page.goto(at(KEEP));
  await page.route('**/release.txt', (route) => route.abort());
  await page.click('#keep_ask');
  const [[name]] = await said(page, /silent|unsigned|size/);
  expect(`without a network (${name})`, name === 'silent');
  await page.unroute('**/release.txt');
  ways('down');
  await page.click('#keep_ask');
  const [[other]] = await said(page, /unsigned|size/);
  expect(`where there is none (${other})`, other === 'unsigned');
}

async function bareAddresses({ page, expect }) {
  await keep(page);
  ways('down');
  for (const [bare, path] of [['en/people/index', PAGE], ['en/people', PAGE], ['en', 'en/index.html']]) {
    await page.goto(at(bare));
    expect(`${bare} is found (${page.url()})`, page.url() === at(path) && (await page.textContent('h1')).trim() === headingOf(read(base, path)));
  }
}

async function focus({ page, expect }) {
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.goto(at(KEEP));
  for (const [button, ends, place] of [['keep_ask', /size/, 'keep_ask'], ['keep_go', ENDS, 'keep_go'], ['keep_forget', /forgotten/, 'keep_said']]) {
    await page.focus(`#${button}`);
    await page.keyboard.press('Enter');
    await said(page, ends);
    expect(`after ${button} at ${await focused()}`, (await focused()) === place);
  }
}

/// Begins to keep from a host that takes its time, and forgets.
async function forgetsMidway({ page, expect }) {
  let given = 0;
  stage.primary.way = (path, bytes) => (/html$/.test(path) && ++given ? { bytes, pause: 400 } : bytes);
  await page.goto(at(KEEP));
  await page.click('#keep_ask');
  await page.click('#keep_go');
  while (given < 8) await page.waitForTimeout(50);
  await page.click('#keep_forget');
  await said(page, /forgotten/);
  await page.waitForTimeout(2500); // All that was under way has come to its end.
  const [[now]] = await said(page, /\w+/);
  expect(`nothing else is said afterwards (${now})`, now === 'forgotten');
  const reply = await ordered(page, 'on');
  expect(`another tab cannot go on (${reply})`, ['forgotten', 'none'].includes(reply));
  const rest = await left(page);
  expect(`nothing is left (${rest})`, rest.every((count) => count === 0));
}

/// What the worker that the page still has answers to an order.
function ordered(page, order) {
  return page.evaluate((order) => new Promise((end) => {
    const { controller } = navigator.serviceWorker;
    if (!controller) return end('none');
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => end(data.say);
    controller.postMessage(order, [channel.port2]);
  }), order);
}

/// All is kept, and the worker asks mirrors of which one never answers.
async function forgetsWaiting({ page, expect }) {
  let asked = false;
  stage.mirror.way = () => ((asked = true), 'silence');
  await page.goto(at(KEEP));
  await page.click('#keep_ask');
  await page.click('#keep_go');
  while (!asked) await page.waitForTimeout(50);
  await page.click('#keep_forget');
  await said(page, /forgotten/);
  stage.mirror.way = 'up';
  await page.waitForTimeout(500);
  const [[now]] = await said(page, /\w+/);
  const rest = await left(page);
  expect(`it stays forgotten (${now}, ${rest})`, now === 'forgotten' && rest.every((count) => count === 0));
}

async function keepsAll({ page, expect }) {
  const [[name, text]] = await keep(page);
  expect(`all is kept (${text})`, name === 'kept');
  ways('down');
  expect('and opens', (await heading(page, PAGE)) === headingOf(read(base, PAGE)));
}

/// A page comes in pieces, together later than the worker would wait for one.
async function drips({ page, expect }) {
  stage.primary.way = (path, bytes) => (path === PAGE ? { bytes, pause: 400, pieces: 6 } : bytes);
  const [[name]] = await keep(page);
  expect(`all is kept (${name})`, name === 'kept');
  expect('the mirror was not needed', !stage.mirror.requests.includes(PAGE));
}

async function killed({ page, expect }) {
  let given = 0;
  stage.primary.way = (path, bytes) => (/html$/.test(path) && ++given ? { bytes, pause: 50 } : bytes);
  await page.goto(at(KEEP));
  await page.click('#keep_ask');
  await page.click('#keep_go');
  for (const far of [10, 30]) {
    while (given < far) await page.waitForTimeout(20);
    await kill(page);
  }
  const [[name]] = await said(page, ENDS);
  expect(`all is kept (${name})`, name === 'kept');
}

/// A worker that takes no orders.
async function stops({ page, expect }) {
  stage.primary.way = (path, bytes) => (path === 'sw.js' ? Buffer.from('addEventListener("install", () => skipWaiting());') : bytes);
  const [[name]] = await keep(page);
  expect(`it says so (${name})`, name === 'stopped');
  expect('the button can be pressed again', (await page.getAttribute('#keep_go', 'aria-disabled')) !== 'true');
  await page.click('#keep_forget');
  await said(page, /forgotten/);
  const rest = await left(page);
  expect(`and all can be forgotten (${rest})`, rest.every((count) => count === 0));
}

/// Workers with one fault each, and the story that must notice it.
async function faults() {
  const FAULTS = [
    ['shows what any host sends', 'if (!bytes || sha256(bytes) !== digest) continue;', 'if (!bytes) continue;', (it) => fallsBack(it, 'tampered')],
    ['goes back to an older release', 'if (best.release.sequence < floor)', 'if (false)', (it) => refuses(it, 'three')],
    ['believes every key', "if (key?.id !== id) throw new Distrust('other-key', { id });", 'return { ...parse("", file, 4096, RELEASE), sequence: 7 };', wrongKey],
    ['does not ask other mirrors', '[HOME, ...shuffled(urls)];', '[HOME];', (it) => fallsBack(it, 'down')],
    ['forgets that a key was revoked', '...(await rotations(named, file)) };', '...(await rotations(named, file)), files: new Map() };', revoked],
    ['shows no notice', 'const body = isOld ?', 'const body = false ?', expired],
    ['shows what is not in the list', "found = release.sums.has(path) ? path : '404.html';", 'found = path; if (!release.sums.has(path)) return fetch(request);', strangers],
    ['believes what is kept', 'const release = believed(found);', 'const release = parse("", found.bytes, 4096, RELEASE);', poisoned],
    ['shows the host in place of what it cannot believe', 'return unbelieved(request, path);', 'return fetch(request);', damaged],
    ['passes control files through', 'const found = await control(path).catch(() => null);', 'const found = await fetch(request);', controls],
    ['counts those who lie', '=> fault instanceof Distrust)', '=> false)', liars],
    ['shows only what it can keep', '=> store(mine, digest, bytes).catch(() => {});', '=> store(mine, digest, bytes);', full],
    ['asks onion services', "kind === 'onion' ||", 'false &&', keeps],
  ];
  const PAGES = [
    ['gives one order', 'if (last && !last.more) return;', 'return;', keepsAll, { 'sw.js': [['PORTION = 30000', 'PORTION = 0']] }],
    ['does not say that it has stopped', "heard({ ...now, say: 'stopped' });", '', stops, QUICK],
    ['hears answers to an earlier press', 'if (mine !== press) return;', '', forgetsMidway, { 'sw.js': [['if (mine === generation) tell(message); };', 'tell(message); };']] }],
    ['lets the worker write on', "order(found.active, 'forget', () => {}, 2000)", 'null', forgetsMidway, {}],
  ];
  isPlanted = true;
  for (const [name, from, to, tell] of FAULTS) {
    const found = await edited({ 'sw.js': [[from, to]] }, name, tell);
    results.check(`a worker that ${name} is found`, found.length > 0 ? [] : ['it is not']);
  }
  for (const [name, from, to, tell, edits] of PAGES) {
    const own = [...(edits['keep.js'] ?? []), [from, to]];
    const found = await edited({ ...edits, 'keep.js': own }, name, tell);
    results.check(`a page that ${name} is found`, found.length > 0 ? [] : ['it is not']);
  }
}
