//! Torrents, as other programs take them: read, and completed from a web seed on loopback.

import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/// What a torrent says, with its hash, worked out from its bytes alone.
export function read(bytes) {
  const [{ info, ...rest }] = decode(bytes, 0);
  return { ...rest, ...info.value, hash: createHash('sha1').update(info.bytes).digest('hex') };
}

/// The same torrent with other seeds; its hash does not depend on them.
export function withSeed(bytes, seed) {
  const [{ info }] = decode(bytes, 0);
  return Buffer.concat([Buffer.from('d4:info'), info.bytes, Buffer.from(`8:url-list${seed.length}:${seed}e`)]);
}

/// A value that begins at a byte, and the byte after it. `info` keeps its bytes.
function decode(bytes, at) {
  const kind = String.fromCharCode(bytes[at]);
  if (kind === 'i') {
    const end = bytes.indexOf('e', at);
    return [Number(bytes.toString('ascii', at + 1, end)), end + 1];
  }
  if (kind === 'l' || kind === 'd') return decodeMany(bytes, at + 1, kind === 'd');
  const colon = bytes.indexOf(':', at);
  const end = colon + 1 + Number(bytes.toString('ascii', at, colon));
  return [bytes.toString('latin1', colon + 1, end), end];
}

function decodeMany(bytes, start, keyed) {
  const values = [];
  const keys = [];
  let at = start;
  while (bytes[at] !== 'e'.charCodeAt(0)) {
    if (keyed) {
      const [key, after] = decode(bytes, at);
      if (keys.length > 0 && key <= keys.at(-1)) throw new Error(`the key ${key} is not in its place`);
      keys.push(key);
      at = after;
    }
    const [value, after] = decode(bytes, at);
    values.push(keys.at(-1) === 'info' ? { value, bytes: bytes.subarray(at, after) } : value);
    at = after;
  }
  return [keyed ? Object.fromEntries(keys.map((key, n) => [key, values[n]])) : values, at + 1];
}

/// Serves bytes on loopback, whole or by ranges, and counts them.
export async function seed(bytes) {
  const given = { served: 0 };
  const server = createServer((request, response) => {
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const [from, to] = range ? [Number(range[1]), range[2] ? Number(range[2]) : bytes.length - 1] : [0, bytes.length - 1];
    const part = bytes.subarray(from, to + 1);
    const headers = { 'content-length': part.length, 'accept-ranges': 'bytes' };
    if (range) headers['content-range'] = `bytes ${from}-${to}/${bytes.length}`;
    response.writeHead(range ? 206 : 200, headers).end(part);
    given.served += part.length;
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { given, url: `http://127.0.0.1:${server.address().port}/bundle/site.zip`, stop };
}

/// What `aria2c` makes of a torrent; null when it gives up.
export async function aria2(torrent, folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 't.torrent'), torrent);
  const quiet = ['--enable-dht=false', '--enable-dht6=false', '--bt-enable-lpd=false', '--enable-peer-exchange=false'];
  const words = [...quiet, '--no-conf', '--seed-time=0', '--bt-stop-timeout=5', '--max-tries=2', `--dir=${folder}`, '-q'];
  const code = await ended(spawn('aria2c', [...words, join(folder, 't.torrent')], { stdio: 'ignore' }));
  return code === 0 ? readFileSync(join(folder, 'site.zip')) : null;
}

/// What `transmission-cli` makes of a torrent. It seeds for ever: it is
/// stopped when the file stands there under its name, which it gets when it is whole.
export async function transmission(torrent, folder) {
  mkdirSync(folder);
  const file = join(folder, 't.torrent');
  writeFileSync(file, torrent);
  const off = { 'dht-enabled': false, 'lpd-enabled': false, 'pex-enabled': false, 'utp-enabled': false, 'port-forwarding-enabled': false };
  const settings = { ...off, 'rename-partial-files': true };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  const child = spawn('transmission-cli', ['-g', folder, '-w', folder, '-M', file], { stdio: 'ignore' });
  const whole = join(folder, 'site.zip');
  for (let waited = 0; waited < 600 && !existsSync(whole); waited += 1) await sleep(100);
  const ending = ended(child);
  child.kill();
  await ending;
  return existsSync(whole) ? readFileSync(whole) : null;
}

/// What `transmission-show` says, by its words.
export function shown(file) {
  const done = spawnSync('transmission-show', [file], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' } });
  if (done.error) throw done.error;
  const say = (word) => new RegExp(`^  ${word}: *(.*)$`, 'm').exec(done.stdout)?.[1] ?? null;
  return { name: say('Name'), hash: say('Hash'), on: say('Created on'), by: say('Created by'), all: done.stdout };
}

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const ended = (child) =>
  new Promise((done, failed) => {
    child.on('error', failed);
    if (child.exitCode !== null) done(child.exitCode);
    else child.on('exit', done);
  });
