//! The page `check.html` in Chromium: genuine copies, and each way in which one is not.
//!
//! node verify.mjs TREE          TREE is a release signed with the keys in tests/keys

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { host } from './host.mjs';
import { fingerprint, keyId, publicKey, sign } from './sign.mjs';
import { options, tally } from './tally.mjs';
import { files, read } from './tree.mjs';

const given = options();
const results = tally();
const root = resolve(given.rest[0] ?? 'release');
const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
const fact = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(read(root, 'release.txt'))[1];
const [site, sequence, created, expires] = ['site', 'sequence', 'created', 'expires'].map(fact);
const WITHIN = created.replace(/T.*/, 'T12:00:00Z');
const AFTER = expires.replace(/^\d+/, (year) => Number(year) + 1);

const page = files(root).find((path) => /^en\/people\/sample-.*\.html$/.test(path));
const many = files(root).filter((path) => /^en\/people\/(?!index).*\.html$/.test(path)).slice(0, 6);
/// As Chromium saves them.
const SAVED = { SHA256SUMS: 'SHA256SUMS.txt', 'release.txt.minisig': 'release.txt.minisig (1).txt', 'release.txt': 'release (2).txt', 'mirrors.txt': 'mirrors (1).txt',
  'keys/1.txt': '1 (1).txt', [page]: 'A person.html' };
const inSigned = ['release.txt', 'release.txt.minisig', 'SHA256SUMS'];
const inKeys = files(root).filter((path) => /^keys\//.test(path));
const KEY = publicKey('release');
const SIGNED = ['signed', 'fresh', 'one-key'];
const ROOTED = ['signed', 'fresh'];

/// Each: what is given, and what the page says to it.
const CASES = [
  { name: 'a genuine page', key: KEY, give: [...inSigned, page], says: [...SIGNED, 'genuine', 'genuine', 'compare', 'rest'] },
  { name: 'mirrors.txt too', key: KEY, give: [...inSigned, 'mirrors.txt'], says: [...SIGNED, 'genuine', 'genuine', 'rest'] },
  { name: 'one name, many paths', key: KEY, give: [...inSigned, 'ru/index.html'], says: [...SIGNED, 'genuine', 'genuine', 'compare', 'rest'] },
  { name: 'a fingerprint', key: fingerprint(), give: [...inSigned, ...inKeys, page], says: [...ROOTED, 'genuine', 'genuine', 'compare', 'rest'] },
  { name: 'a fingerprint as on a leaflet', key: spelled(fingerprint()), give: [...inSigned, ...inKeys], says: [...ROOTED, 'genuine', 'rest'] },
  { name: 'the signature alone', key: KEY, give: inSigned.slice(0, 2), says: [...SIGNED, 'need-sums'] },
  { name: 'pages without their list', key: KEY, give: [...inSigned.slice(0, 2), page], says: [...SIGNED, 'need-sums'] },
  { name: 'an expired release', key: KEY, give: inSigned, at: AFTER, says: ['signed', 'stale', 'one-key', 'genuine', 'rest'] },
  { name: 'an expired list of keys', key: fingerprint(), give: [...inSigned, ...inKeys], at: '2099-01-01T00:00:00Z', says: ['signed', 'stale', 'old-keys', 'genuine', 'rest'] },
  { name: 'a changed page', key: KEY, give: [...inSigned, page], change: { [page]: appended }, says: ['some-bad', 'changed-file', ...SIGNED, 'genuine', 'compare', 'rest'] },
  { name: 'one page in place of another', key: KEY, give: [...inSigned, page], change: { [page]: () => read(root, 'ru/verify.html') }, says: ['some-bad', 'changed-file', ...SIGNED, 'genuine', 'compare', 'rest'] },
  { name: 'a page under another name', key: KEY, give: [...inSigned, page], rename: { [page]: 'saved.html' }, says: [...SIGNED, 'genuine', 'renamed', 'compare', 'rest'] },
  { name: 'a file of nobody', key: KEY, give: [...inSigned, page], rename: { [page]: 'saved.html' }, change: { [page]: appended }, says: ['some-bad', 'stranger', ...SIGNED, 'genuine', 'compare', 'rest'] },
  { name: 'a file larger than any', key: KEY, give: [...inSigned, page], change: { [page]: (text) => text.padEnd(1e6) }, says: ['some-bad', 'changed-file', ...SIGNED, 'genuine', 'compare', 'rest'] },
  { name: 'a changed list', key: KEY, give: [...inSigned, page], change: { SHA256SUMS: appended }, says: ['some-bad', 'changed-file', ...SIGNED, 'need-sums'] },
  { name: 'a changed mirrors.txt', key: KEY, give: [...inSigned, 'mirrors.txt'], change: { 'mirrors.txt': appended }, says: ['some-bad', 'changed-file', ...SIGNED, 'genuine', 'rest'] },
  { name: 'one changed page of many', key: KEY, give: [...inSigned, ...many], change: { [many[1]]: appended }, names: [`1 of ${many.length + 1} `, many[1].split('/').pop()],
    says: ['some-bad', 'changed-file', ...SIGNED, ...Array(many.length).fill('genuine'), 'compare', 'rest'] },
  { name: 'names that a browser gives', key: fingerprint(), give: [...inSigned, ...inKeys, 'mirrors.txt', page], rename: SAVED, says: [...ROOTED, 'genuine', 'genuine', 'renamed', 'compare', 'rest'] },
  { name: 'a changed list under a name of the browser', key: KEY, give: inSigned, rename: SAVED, change: { SHA256SUMS: appended }, says: ['some-bad', 'changed-file', ...SIGNED, 'need-sums'] },
  { name: 'files in several picks', key: KEY, picks: [inSigned.slice(0, 2), ['SHA256SUMS'], [page]], says: [...SIGNED, 'genuine', 'genuine', 'compare', 'rest'] },
  { name: 'the signature of the archives too', key: KEY, give: [...inSigned, 'bundle/bundles.txt', 'bundle/bundles.txt.minisig'].reverse(), says: [...SIGNED, 'genuine', 'archive', 'rest'] },
  { name: 'the content of a .pub file', key: `untrusted comment: minisign public key 4E7B7239788FDCF0${KEY}`, give: inSigned, says: [...SIGNED, 'genuine', 'rest'] },
  { name: 'a key in groups', key: KEY.match(/.{1,4}/g).join(' '), give: inSigned, says: [...SIGNED, 'genuine', 'rest'] },
  { name: 'a page that cannot be read', key: KEY, give: [...inSigned, page], unreadable: page, says: ['unreadable', ...SIGNED, 'genuine', 'compare', 'rest'] },
  { name: 'a signature that cannot be read', key: KEY, give: inSigned, unreadable: 'release.txt.minisig', says: ['refused', 'need-release', 'unreadable'] },
  { name: 'no key', key: '', give: inSigned, says: ['need-key'] },
  { name: 'a key with a wrong sign', key: KEY.slice(0, -1) + '*', give: inSigned, says: ['need-key'] },
  { name: 'no release', key: KEY, give: [page], says: ['need-release'] },
  refused('no signature', { give: ['release.txt', 'SHA256SUMS'] }, 'need-release'),
  refused('another key', { key: publicKey('root-1') }, 'other-key'),
  refused('a key of the same id', { key: sameId(KEY) }, 'changed'),
  refused('a changed release.txt', { change: { 'release.txt': (text) => text.replace(`sequence: ${sequence}`, `sequence: ${sequence}9`) } }, 'changed'),
  refused('a changed trusted comment', { change: { 'release.txt.minisig': (text) => text.replace(/sequence=\d+/, 'sequence=99') } }, 'changed'),
  refused('a changed signature', { change: { 'release.txt.minisig': flipped(1) } }, 'changed'),
  refused('a changed signature of the comment', { change: { 'release.txt.minisig': flipped(3) } }, 'changed'),
  refused('a torn signature file', { change: { 'release.txt.minisig': (text) => text.split('\n').slice(0, 2).join('\n') } }, 'document'),
  refused('an older kind of signature', { change: { 'release.txt.minisig': (text) => text.replace(/\nRUR?/, (start) => start.replace('RU', 'RW')) } }, 'document'),
  refused('CR LF', { change: { 'release.txt': (text) => text.replaceAll('\n', '\r\n') } }, 'changed'),
  refused('signed by a root key', signedBy('root-1'), 'other-key'),
  refused('a signature for another release', signedAnew((text) => text, `site=${site} sequence=7`), 'changed'),
  refused('a line that nobody knows', signedAnew((text) => `${text}donate: here\n`), 'document'),
  refused('a line twice', signedAnew((text) => text.replace(/^(site: .*\n)/m, '$1$1')), 'document'),
  refused('a date before the beginning', signedAnew((text) => text.replace(expires, created)), 'document'),
  refused('a fingerprint of others', { key: '0'.repeat(64), give: [...inSigned, ...inKeys] }, 'other-roots'),
  refused('a fingerprint without keys', { key: fingerprint() }, 'other-roots'),
  refused('one root signature of two', { key: fingerprint(), give: [...inSigned, ...inKeys.filter((path) => path !== aSignature())] }, 'too-few'),
  refused('a list of keys with one that is none', { key: fingerprint(), give: [...inSigned, ...inKeys], change: { 'keys/1.txt': (text) => text.replace('root: RWQ', 'root: RWA') } }, 'document'),
  refused('a damaged list of keys', { key: fingerprint(), give: [...inSigned, ...inKeys], change: { 'keys/1.txt': appended } }, 'document'),
  refused('a revoked key', rotated((text) => `${text}revoked: ${keyId('release').toUpperCase()} 2026-11-20\n`), 'revoked'),
  refused('a next list with one old signature', rotated((text) => text, ['root-1']), 'too-few'),
  refused('a list that does not name the key', rotated((text) => text.replaceAll(KEY, publicKey('minisign'))), 'other-key'),
  refused('a day outside of the window', rotated((text) => text.replace(/(release: \S+) \S+ \S+/, '$1 2020-01-01 2020-01-02')), 'outside-window'),
  {
    name: 'a next list that two old roots have signed',
    ...rotated((text) => text),
    says: [...ROOTED, 'genuine', 'rest'],
  },
];

/// What would be wrong, parts of the script as the page holds it, and the case that must notice it.
const FAULTS = [
  ['believes every signature', '!isSmall(found)&&encodePoint(found)===number(nonce)', 'true', 'a changed release.txt'],
  ['does not look at the comment', 'if(opened.comment!==', 'if(false&&opened.comment!==', 'a signature for another release'],
  ['does not look at the global signature', '&&isSigned(key.bytes,covered,global)', '', 'a changed signature of the comment'],
  ['takes one root signature', 'old<2||own<2', 'old<1||own<1', 'one root signature of two'],
  ['does not look at revocation', 'last?.revoked.has(id)', 'false', 'a revoked key'],
  ['does not look at the clock', "now<expires?'fresh'", "true?'fresh'", 'an expired release'],
  ['does not compare the list', '({bytes})=>bytes&&sha256(bytes)===digest', "({ kind }) => kind === (digest === release.files ? 'sums' : 'mirrors')", 'a changed mirrors.txt'],
  ['looks at hashes only', '.filter((sum)=>ends.includes(sum))', '', 'one page in place of another'],
  ['says the good first', '...summary,...bad,...others', '...others,...summary,...bad', 'one changed page of many'],
  ['knows documents by their names', 'return word??', "return word && name !== 'release.txt' ? 'page' : word ??", 'names that a browser gives'],
  ['forgets the picks before', 'picked=[...picked.filter', 'picked=[...[].filter', 'files in several picks'],
  ['has a wrong constant in BLAKE2b', '0x01010040n', '0x01010041n', 'a genuine page'],
];

/// In the other ways of opening the page, a few cases are enough.
const FEW = ['a genuine page', 'a fingerprint', 'a changed page', 'another key', 'a changed trusted comment',
  'an expired release', 'one root signature of two'];
const few = CASES.filter(({ name }) => FEW.includes(name));

const browser = await launch();
const server = await host(root);
const alone = join(scratch, 'saved.html');
writeFileSync(alone, read(root, 'ru/check.html'));
const ways = [
  ['http', `${server.base}en/check.html`, CASES],
  ['file', pathToFileURL(join(root, 'ru/check.html')).href, few],
  ['saved as one file', pathToFileURL(alone).href, few],
];
try {
  for (const [way, address, cases] of ways) {
    for (const { name, faults } of await run(address, cases)) results.check(`${way}: ${name}`, faults);
  }
  results.check('a page whose script may not run says so', await scriptless());
  for (const [fault, from, to, noticed] of FAULTS) {
    const done = await run(pathToFileURL(broken(from, to)).href, CASES.filter(({ name }) => name === noticed));
    const found = done.filter(({ name, faults }) => name === noticed && faults.length > 0);
    results.check(`a page that ${fault} is found`, found.length > 0 ? [] : ['it is not']);
  }
} finally {
  await browser.close();
  server.stop();
  rmSync(scratch, { recursive: true });
}
results.done();

/// Cases on the page at an address, with what was not as it should be.
async function run(address, cases) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests = [], errors = [], done = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(address);
  for (const each of cases) {
    await page.clock.setFixedTime(each.at ?? WITHIN);
    done.push({ name: each.name, faults: [...(await check(page, each)), ...errors.splice(0)] });
  }
  const others = requests.filter((url) => url !== address && !url.startsWith('data:'));
  done.push({ name: 'no request but for the page', faults: others });
  await context.close();
  return done;
}

/// A host's own policy lets no script run: the page says so, and leads to what needs none.
async function scriptless() {
  const strict = await host(root, { headers: { 'content-security-policy': "default-src 'self'" } });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${strict.base}en/check.html`);
  const says = (await page.isVisible('#check_no_script')) && !(await page.isVisible('#check_tool'));
  await page.click('#check_no_script a').catch(() => {});
  const arrives = page.waitForURL('**/en/verify.html#by_hand', { timeout: 5000 });
  const leads = await arrives.then(() => page.isVisible('#by_hand pre'), () => false);
  await page.goto(`${server.base}en/check.html`);
  const isSilent = !(await page.isVisible('#check_no_script'));
  await context.close();
  strict.stop();
  return says && leads && isSilent ? [] : [`says so ${says}, leads on ${leads}, is silent elsewhere ${isSilent}`];
}

async function check(page, { key, give, picks = [give], change = {}, rename = {}, add = {}, unreadable, names = [], says }) {
  const chosen = (paths) => paths.map((path) => ({
    name: (rename[path] ?? path).split('/').pop(),
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(change[path] ? change[path](read(root, path)) : readFileSync(join(root, path))),
  }));
  const added = Object.entries(add).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
  await page.fill('#check_key', key);
  if (await page.isVisible('#check_anew')) await page.click('#check_anew');
  for (const paths of picks) await page.setInputFiles('#check_files', [...chosen(paths), ...added]);
  await page.evaluate(unread, unreadable?.split('/').pop() ?? null);
  await page.click('#check_go');
  await page.waitForSelector('#check_result[aria-busy="false"]', { state: 'attached', timeout: 5000 }).catch(() => {});
  const lines = await page.$$eval('#check_result > *', (all) => all.map((line) => [line.dataset.say, line.textContent]));
  const said = lines.map(([name]) => name);
  const unfilled = lines.filter(([, text]) => /[{}]|undefined|null/.test(text)).map(([, text]) => `not filled in: ${text}`);
  const start = lines.slice(0, 2).map(([, text]) => text).join(' ');
  const unnamed = names.filter((name) => !start.includes(name)).map((name) => `\`${name}\` is not said first`);
  return said.join() === says.join() ? [...unfilled, ...unnamed] : [`says ${said}`, `should say ${says}`];
}

/// A file that was changed after it was chosen: browsers refuse to read it.
function unread(name) {
  const refuse = () => Promise.reject(new DOMException('', 'NotReadableError'));
  File.prototype.arrayBuffer = function () {
    return this.name === name ? refuse() : Blob.prototype.arrayBuffer.call(this);
  };
}

function refused(name, { key = KEY, give = inSigned, ...more }, why) {
  return { name, key, give, ...more, says: ['refused', why] };
}

function appended(text) {
  return `${text} `;
}

/// A signature file in which a bit of this line is another.
function flipped(at) {
  return (text) => {
    const lines = text.split('\n');
    const bytes = Buffer.from(lines[at], 'base64');
    bytes[20] ^= 1;
    lines[at] = bytes.toString('base64');
    return lines.join('\n');
  };
}

function spelled(digits) {
  return digits.toUpperCase().match(/.{4}/g).join(' ');
}

/// Another key that claims the id of this one.
function sameId(key) {
  const other = Buffer.from(publicKey('root-1'), 'base64');
  Buffer.from(key, 'base64').copy(other, 0, 0, 10);
  return other.toString('base64');
}

function aSignature() {
  return inKeys.find((path) => path.endsWith('.minisig'));
}

function signedBy(key) {
  const text = read(root, 'release.txt');
  return { change: { 'release.txt.minisig': () => sign(text, `site=${site} sequence=${sequence}`, key) } };
}

function signedAnew(edit, comment = `site=${site} sequence=${sequence}`) {
  const text = edit(read(root, 'release.txt'));
  return { change: { 'release.txt': () => text, 'release.txt.minisig': () => sign(text, comment) } };
}

/// A next list of keys, signed by these root keys, beside the first.
function rotated(edit, roots = ['root-1', 'root-2']) {
  const text = edit(read(root, 'keys/1.txt').replace('number: 1', 'number: 2'));
  const add = { '2.txt': text };
  for (const name of roots) add[`2.${keyId(name)}.minisig`] = sign(text, `site=${site} keys=2`, name);
  return { key: fingerprint(), give: [...inSigned, ...inKeys], add };
}

/// The page with another script, which its policy allows.
function broken(from, to) {
  const html = read(root, 'en/check.html');
  const script = /<script>([^]*)<\/script>/.exec(html)[1];
  const changed = script.replace(from, () => to);
  if (changed === script) throw new Error(`the script does not hold ${from}`);
  const source = (text) => createHash('sha256').update(text).digest('base64');
  const path = join(scratch, 'broken.html');
  writeFileSync(path, html.replace(script, () => changed).replace(source(script), source(changed)));
  return path;
}
