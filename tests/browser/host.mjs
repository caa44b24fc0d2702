//! A host that knows nothing: files as they are, below a folder, no index, no redirect.

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFile } from './tree.mjs';

/// Not the root: a site must work in any folder of a bucket.
export const FOLDER = '/some/where/';

const TYPES = {
  html: 'text/html; charset=utf-8',
  xml: 'application/atom+xml',
  json: 'application/json',
  js: 'text/javascript',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
};

async function inPieces(response, { bytes, pause = 0, pieces = 1, cuts = even(bytes.length, pieces) }) {
  response.flushHeaders();
  for (const [number, at] of [0, ...cuts].entries()) {
    if (response.destroyed) return;
    if (pause) await new Promise((go) => setTimeout(go, pause));
    response.write(bytes.subarray(at, cuts[number]));
  }
}

/// Where so many pieces of one size are cut from each other.
function even(length, pieces) {
  const size = Math.ceil(length / pieces);
  return Array.from({ length: pieces - 1 }, (_, number) => (number + 1) * size);
}

/// Serves a tree on loopback: `{ base, requests, stop }`. The tree may change while
/// it is served: `root` is a folder, or a function that gives one. `answer(path, bytes)`
/// may give other bytes, or none, for a host that is dishonest or down; or
/// `{ bytes, type, pause, pieces, cuts }` for one that gives another type, waits so many
/// milliseconds, or waits before each of so many pieces, or of those between the cuts; or `'silence'`.
export async function host(root, { folder = FOLDER, headers = {}, answer = (path, bytes) => bytes } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const file = path.startsWith(folder) ? path.slice(folder.length) : '';
    requests.push(file);
    const tree = typeof root === 'function' ? root() : root;
    const isThere = !file.split('/').includes('..') && isFile(tree, file);
    const bytes = isThere ? answer(file, readFileSync(join(tree, file))) : null;
    if (!bytes) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file\n');
      return;
    }
    if (bytes === 'silence') return;
    const whole = bytes.bytes ? bytes : { bytes };
    const type = whole.type ?? TYPES[file.split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...headers });
    await inPieces(response, whole);
    response.end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base: `http://127.0.0.1:${server.address().port}${folder}`, requests, stop };
}
