//! The archives of a release, as programs of others take them.
//!
//! node bundles.mjs RELEASE

import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { options, tally } from '../tests/browser/tally.mjs';
import { files, pages, read } from '../tests/browser/tree.mjs';
import { lines, modules, rootOf } from '../tests/peers/cids.mjs';
import * as qr from '../tests/peers/qr.mjs';
import * as torrent from '../tests/peers/torrent.mjs';

const given = options();
const results = tally();
const release = resolve(given.rest[0] ?? 'release');
const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
const [zip, car] = ['site.zip', 'site.car'].map((name) => join(release, 'bundle', name));
const created = /^created: (.*)$/m.exec(read(release, 'release.txt'))[1];

const tree = join(scratch, 'tree');
cpSync(release, tree, { recursive: true });
for (const folder of ['r', 'bundle']) rmSync(join(tree, folder), { recursive: true });

await edges();
await inCar();
inZip();
await inTorrent();
inPages();
rmSync(scratch, { recursive: true });
results.done();

/// Trees with an edge each: the program's tests compare its CIDs with the same file.
async function edges() {
  const known = readFileSync(join(import.meta.dirname, '../tests/peers/cids.txt'), 'utf8');
  equal('the CIDs of trees with an edge each', await lines(), known);
}

async function inCar() {
  const [root] = ipfsCar('roots', car).split('\n');
  console.log(`CAR: ${root}`);
  const entries = files(tree).map((file) => [file, readFileSync(join(tree, file))]);
  equal('the root, by ipfs-unixfs-importer', await rootOf(entries), root);
  equal('the root, by ipfs-car', ipfsCar('pack', tree, '--output', join(scratch, 'peer.car')), root);
  ipfsCar('unpack', car, '--output', join(scratch, 'from-car'));
  same('what ipfs-car unpacks', join(scratch, 'from-car'));

  entries[0][1] = changed(entries[0][1]);
  planted('a changed file has another root', (await rootOf(entries)) !== root);
  const broken = join(scratch, 'broken.car');
  writeFileSync(broken, changed(readFileSync(car)));
  planted('a changed byte in the CAR is found', fails(() => ipfsCar('unpack', broken, '--output', join(scratch, 'broken'))));
}

function inZip() {
  run('unzip', ['-q', zip, '-d', join(scratch, 'from-zip')]);
  same('what unzip unpacks', join(scratch, 'from-zip/site'));
  const time = created.replace(/[-:]/g, '').replace('T', '.').replace('Z', '');
  const strange = (text) => text.split('\n').filter((line) => / site\//.test(line) && !isPlain(line, time));
  const listed = run('zipinfo', ['-T', zip]);
  results.check('one time and one mode in the archive', strange(listed));
  const count = listed.split('\n').filter((line) => / site\//.test(line)).length;
  equal('the number of files in the archive', count, files(tree).length);
  const extra = run('zipinfo', ['-v', zip]).split('\n');
  const field = /length of extra field|local extra field|extended local header/i;
  results.check('no extra field', extra.filter((line) => field.test(line) && !/(:\s+0 bytes|no)$/.test(line.trim())));

  const broken = join(scratch, 'broken.zip');
  writeFileSync(broken, changed(readFileSync(zip)));
  planted('a changed byte in the archive is found', fails(() => run('unzip', ['-tq', broken])));
  planted('another time is found', strange(listed.replace(time, '20010101.000000')).length === 1);
}

/// `-rw-r--r--  2.0 unx     7003 b- defN 20261121.000000 site/404.html`
function isPlain(line, time) {
  const [mode, , system, , kind, , when] = line.split(/\s+/);
  return mode === '-rw-r--r--' && system === 'unx' && /^[bt]-$/.test(kind) && when === time;
}

async function inTorrent() {
  const file = join(release, 'bundle/site.torrent');
  const [bytes, archive] = [readFileSync(file), readFileSync(zip)];
  const said = torrent.read(bytes);
  const shown = torrent.shown(file);
  console.log(`torrent: ${said.hash}, ${said['url-list']?.length ?? 0} seeds`);
  equal('the keys of the torrent', Object.keys(said).sort().join(), 'creation date,hash,length,name,piece length,pieces,url-list');
  equal('its size', said.length, archive.length);
  equal('its time', said['creation date'] * 1000, Date.parse(created));
  equal('its name and hash, by transmission-show', `${shown.name} ${shown.hash}`, `site.zip ${said.hash}`);
  results.check('its seeds are public mirrors', said['url-list'].filter((url) => !isPublic(url)));

  const good = await torrent.seed(archive);
  const moved = torrent.withSeed(bytes, good.url);
  equal('its hash without its seeds', torrent.read(moved).hash, said.hash);
  for (const program of ['aria2', 'transmission']) {
    const before = good.given.served;
    const got = await torrent[program](moved, join(scratch, program));
    results.check(`${program} completes it from a web seed`, got?.equals(archive) ? [] : ['it does not']);
    results.check(`${program} fetched it`, good.given.served >= before + archive.length ? [] : ['it did not']);
  }
  good.stop();

  const bad = await torrent.seed(changed(archive));
  const got = await torrent.aria2(torrent.withSeed(bytes, bad.url), join(scratch, 'planted'));
  bad.stop();
  planted('a seed with a changed byte is found', got === null);
}

function isPublic(url) {
  const mirrors = read(release, 'mirrors.txt').split('\n').map((line) => line.split(' | ')[0]);
  return mirrors.includes(url.replace(/bundle\/site\.zip$/, ''));
}

/// What is in a code stands beside it in words.
function inPages() {
  let count = 0;
  for (const page of pages(tree)) {
    const html = read(tree, page);
    for (const code of qr.codes(html)) {
      count += 1;
      const text = qr.text(code);
      results.check(`${page}: a QR code`, text !== null && words(html).includes(text.replace(/&/g, '&amp;')) ? [] : [`it says ${text}`]);
      if (count === 1) {
        const torn = { ...code, isDark: (x, y) => x > code.side / 3 && code.isDark(x, y) };
        planted('a torn QR code is found', qr.text(torn) !== text);
      }
    }
  }
  console.log(`${count} QR codes`);
}

/// A page without its tags, and without the gaps that make keys readable.
function words(html) {
  return html.replace(/<[^>]*>/g, '').replace(/\s/g, '');
}

function ipfsCar(...words) {
  return run(process.execPath, [join(modules, 'ipfs-car/bin.js'), ...words]).trim();
}

function run(program, words) {
  const done = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.error || done.status !== 0) throw new Error(`${program} ${words[0]}: ${done.error ?? done.stderr}`);
  return done.stdout;
}

function fails(action) {
  try {
    action();
  } catch {
    return true;
  }
  return false;
}

/// The middle byte is another.
function changed(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] ^= 1;
  return copy;
}

/// A folder holds exactly the files of the tree.
function same(name, folder) {
  const digest = (root) => (file) => `${createHash('sha256').update(readFileSync(join(root, file))).digest('hex')} ${file}`;
  const [expected, found] = [tree, folder].map((root) => files(root).map(digest(root)));
  const differing = expected.filter((line) => !found.includes(line));
  results.check(name, [...differing, ...found.filter((line) => !expected.includes(line))]);
}

function equal(name, found, expected) {
  results.check(name, found === expected ? [] : [`${found} instead of ${expected}`]);
}

function planted(name, isFound) {
  results.check(`planted fault: ${name}`, isFound ? [] : ['it is not']);
}
