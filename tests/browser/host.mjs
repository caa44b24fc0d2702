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

/// Serves a tree on loopback: `{ base, stop }`.
export async function host(root) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const file = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : '';
    if (file.split('/').includes('..') || !isFile(root, file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file\n');
      return;
    }
    const type = TYPES[file.split('.').pop()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(readFileSync(join(root, file)));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base: `http://127.0.0.1:${server.address().port}${FOLDER}`, stop };
}
