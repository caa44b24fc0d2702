//! A copy that `wget --mirror` takes of a release has every file, and the commands
//! that `verify.html` shows are true of it, word for word.
//!
//! node copies.mjs TREE          TREE is a release signed with the keys in tests/keys

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FOLDER, host } from '../tests/browser/host.mjs';
import { fingerprint, publicKey, sha256 } from '../tests/browser/sign.mjs';
import { options, tally } from '../tests/browser/tally.mjs';
import { read } from '../tests/browser/tree.mjs';

const given = options();
const results = tally();
const root = resolve(given.rest[0] ?? 'release');
const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
const sums = read(root, 'SHA256SUMS').trim().split('\n').map((line) => line.split('  '));
const CONTROLS = ['release.txt', 'release.txt.minisig', 'SHA256SUMS', 'mirrors.txt', 'keys/1.txt'];
const ROOTS = ['root-1', 'root-2', 'root-3'].map(publicKey);

const copy = await wget('copy', root);
results.check('wget takes every file of SHA256SUMS', lacking(copy));
results.check('wget takes the control files', CONTROLS.filter((path) => !existsSync(join(copy, path))));
for (const page of ['ru/verify.html', 'en/verify.html']) recipe(page);
for (const name of ['w3m', 'lynx']) {
  results.check(`${name} shows each command on a line`, shown(name));
  results.check(`${name} shows no script`, script(name));
}
await planted();
rmSync(scratch, { recursive: true });
results.done();

/// Mirrors a tree from a plain host, beginning at its first page.
async function wget(name, tree) {
  const server = await host(tree);
  const folder = join(scratch, name);
  const cut = FOLDER.split('/').length - 2;
  const words = ['--mirror', '--no-parent', '--no-host-directories', `--cut-dirs=${cut}`, '-q', '-P', folder];
  const child = spawn('wget', [...words, `${server.base}index.html`], { env: { ...process.env, no_proxy: '*' } });
  await new Promise((ended) => child.on('close', ended));
  server.stop();
  return folder;
}

/// What is not in a copy, or not as it should be.
function lacking(folder) {
  const fault = ([hash, path]) => {
    const file = join(folder, path);
    if (!existsSync(file)) return [`${path} is missing`];
    return sha256(readFileSync(file)) === hash ? [] : [`${path} is not the same`];
  };
  return sums.flatMap(fault);
}

/// The blocks of commands on a page, in their order.
function commands(html) {
  const plain = (text) => text.replaceAll('&#x27;', "'").replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&gt;', '>');
  return [...html.matchAll(/<pre\b[^>]*>([^<]*)<\/pre>/g)].map(([, text]) => plain(text).trim());
}

function recipe(page) {
  const [signature, lists, files, print, roots, keys] = commands(read(root, page));
  const check = (name, is, { status, said }) => results.check(`${page}: ${name}`, is ? [] : [`exit code ${status}:`, said]);
  const step = (name, command, holds) => {
    const run = shell(command);
    check(name, run.status === 0 && holds(run.said), run);
  };
  step('the signature', signature.replace('KEY', publicKey('release')), (said) => said.startsWith('Signature and comment signature verified'));
  const other = shell(signature.replace('KEY', publicKey('root-1')));
  check('the signature, with another key', other.status !== 0, other);
  step('the hashes of the lists', lists, (said) => ['SHA256SUMS', 'mirrors.txt'].every((name) => {
    const hash = new RegExp(`^([0-9a-f]{64})  ${name}$`, 'm').exec(said)?.[1];
    return said.includes(`sha256:${hash} `);
  }));
  step('the files', files, (said) => said.trim().split('\n').length === sums.length && !/FAILED/.test(said));
  step('the fingerprint', print, (said) => said.startsWith(fingerprint()));
  for (const line of roots.split('\n')) {
    const fitting = ROOTS.filter((key) => shell(line.replace('ROOT', key)).status === 0);
    results.check(`${page}: ${line}`, fitting.length === 1 ? [] : [`${fitting.length} root keys fit`]);
  }
  step('the keys', keys, (said) => said.includes(publicKey('release')));
}

function shell(command) {
  const run = spawnSync('sh', ['-c', command], { cwd: copy, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return { status: run.status, said: `${run.stdout}${run.stderr}` };
}

/// A page as a browser for the terminal shows it: its lines.
function dumped(name, html) {
  const words = { w3m: ['-dump', '-cols', '100', '-T', 'text/html'], lynx: ['-dump', '-nolist', '-width=100', '-stdin'] };
  const run = spawnSync(name, words[name], { input: html, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return (run.stdout ?? '').split('\n').map((line) => line.trim());
}

function shown(name) {
  const html = read(root, 'en/verify.html'), lines = dumped(name, html);
  return commands(html).flatMap((text) => text.split('\n')).filter((command) => !lines.includes(command));
}

/// What these browsers show of the page that checks files, which needs a script: that it does.
function script(name) {
  const lines = dumped(name, read(root, 'en/check.html'));
  const says = lines.some((line) => line.includes('This needs scripts.'));
  return [...(says ? [] : ['it does not say that it needs one']), ...lines.filter((line) => line.includes('function sha256'))];
}

/// A tree whose list of files is empty, and a copy with a changed page.
async function planted() {
  const tree = join(scratch, 'tree');
  cpSync(root, tree, { recursive: true });
  writeFileSync(join(tree, 'files.html'), read(root, 'files.html').replace(/<ul class="links"[^>]*>[^]*<\/ul>/, ''));
  const faults = lacking(await wget('fault', tree));
  const found = faults.some((fault) => fault === '404.html is missing');
  results.check('a list of files without its links is found', found ? [] : ['it is not']);
  const page = join(copy, 'en/index.html');
  writeFileSync(page, `${readFileSync(page, 'utf8')} `);
  const { status } = shell('sha256sum -c --strict --quiet SHA256SUMS');
  results.check('a changed page is found by the commands', status === 0 ? ['it is not'] : []);
}
