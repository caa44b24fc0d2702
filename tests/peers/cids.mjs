//! The CIDs that `ipfs-unixfs-importer` gives to the trees of `trees.mjs`.
//!
//! node cids.mjs            prints them, as `cids.txt` holds them

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TREES } from './trees.mjs';

/// Where npm packages are: `.ci/run` keeps them outside of the tree's own folders.
export const modules = resolve(process.env.VESTOCHKA_PEERS ?? join(import.meta.dirname, '../../target/ci/peers'), 'node_modules');

const from = (file) => import(pathToFileURL(join(modules, file)).href);
const { importer } = await from('ipfs-unixfs-importer/dist/src/index.js');
const { fixedSize } = await from('ipfs-unixfs-importer/dist/src/chunker/fixed-size.js');
const { balanced } = await from('ipfs-unixfs-importer/dist/src/layout/balanced.js');

/// The CID of the root of files, `[path, bytes]`, in the profile unixfs-v1-2025.
export async function rootOf(files, { chunk, width } = {}) {
  const nowhere = { put: async (cid) => cid };
  const options = { profile: 'unixfs-v1-2025', wrapWithDirectory: true };
  if (chunk) options.chunker = fixedSize({ chunkSize: chunk });
  if (width) options.layout = balanced({ maxChildrenPerNode: width });
  const entries = files.map(([path, bytes]) => ({ path, content: [bytes] }));
  let root;
  for await (const entry of importer(entries, nowhere, options)) root = entry.cid;
  return root.toString();
}

/// A line for each tree: its name, its root.
export async function lines() {
  const lines = [];
  for (const [name, layout, files] of TREES) lines.push(`${name} ${await rootOf(files, layout)}\n`);
  return lines.join('');
}

if (process.argv[1] === import.meta.filename) process.stdout.write(await lines());
