//! Releases for tests, signed with the `minisign` program and the keys in `tests/keys`.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const KEYS = join(import.meta.dirname, '../keys');

/// A public key by its file's name: `release`, `root-1`; or by the path of another.
export const publicKey = (name) => readFileSync(resolve(KEYS, `${name}.pub`), 'utf8').trim().split('\n').at(-1);

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/// The fingerprint of the root keys.
export function fingerprint() {
  const roots = ['root-1', 'root-2', 'root-3'].map(publicKey).sort();
  return sha256(roots.join('\n') + '\n');
}

/// The id of a key as it stands in file names.
export function keyId(name) {
  return Buffer.from(publicKey(name), 'base64').subarray(2, 10).reverse().toString('hex');
}

/// The signature file over some bytes.
export function sign(bytes, comment, key = 'release') {
  const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
  const [file, signature] = [join(scratch, 'file'), join(scratch, 'signature')];
  writeFileSync(file, bytes);
  const words = ['-S', '-s', resolve(KEYS, `${key}.key`), '-m', file, '-x', signature, '-t', comment];
  const run = spawnSync('minisign', words, { encoding: 'utf8' });
  if (run.error || run.status !== 0) throw new Error(`minisign did not sign: ${run.error ?? run.stderr}`);
  return readFileSync(signature, 'utf8');
}

/// A new key, by the path of its files without their ends.
export function newKey() {
  const path = join(mkdtempSync(join(tmpdir(), 'vestochka-')), 'new');
  const run = spawnSync('minisign', ['-G', '-W', '-p', `${path}.pub`, '-s', `${path}.key`], { encoding: 'utf8' });
  if (run.error || run.status !== 0) throw new Error(`minisign made no key: ${run.error ?? run.stderr}`);
  return path;
}

/// A copy of a released tree with other files, lists and facts, signed anew.
/// `files` and their hashes are put into the tree, control files are added, `facts`
/// stand over the lines of release.txt; `only` says of a path whether it stays.
export function released(tree, { only, files = {}, add = {}, mirrors, facts = {}, key = 'release' } = {}) {
  const root = join(mkdtempSync(join(tmpdir(), 'vestochka-')), 'tree');
  cpSync(tree, root, { recursive: true });
  let sums = readFileSync(join(root, 'SHA256SUMS'), 'utf8');
  if (only) {
    const [staying, going] = split(sums.trim().split('\n'), (line) => only(line.slice(66)));
    going.forEach((line) => rmSync(join(root, line.slice(66))));
    sums = `${staying.join('\n')}\n`;
    const sizes = staying.map((line) => statSync(join(root, line.slice(66))).size);
    facts = { tree: `${sizes.length} ${sizes.reduce((sum, size) => sum + size)} ${Math.max(...sizes)}`, ...facts };
  }
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(root, path), text);
    sums = sums.replace(new RegExp(`^[0-9a-f]{64}  ${path}$`, 'm'), `${sha256(text)}  ${path}`);
  }
  writeFileSync(join(root, 'SHA256SUMS'), sums);
  for (const [path, text] of Object.entries(add)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  if (mirrors) writeFileSync(join(root, 'mirrors.txt'), mirrors);
  const of = (name) => {
    const bytes = readFileSync(join(root, name));
    return `sha256:${sha256(bytes)} ${bytes.length} ${name}`;
  };
  let text = readFileSync(join(root, 'release.txt'), 'utf8');
  const lines = { files: of('SHA256SUMS'), mirrors: of('mirrors.txt'), ...facts };
  for (const [name, value] of Object.entries(lines)) text = text.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`);
  const fact = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)[1];
  writeFileSync(join(root, 'release.txt'), text);
  writeFileSync(join(root, 'release.txt.minisig'), sign(text, `site=${fact('site')} sequence=${fact('sequence')}`, key));
  return root;
}

function split(all, holds) {
  return [all.filter(holds), all.filter((each) => !holds(each))];
}
