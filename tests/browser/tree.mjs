//! A built site as a list of pages, the kinds of page in it, and a sample of them.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/// Every file below a folder, relative to it, with `/`, sorted.
export function files(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/// Every page.
export function pages(root) {
  return files(root).filter((file) => file.endsWith('.html'));
}

/// Whether there is exactly this file: what a plain host would serve.
export function isFile(root, path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

/// A page's text.
export function read(root, page) {
  return readFileSync(join(root, page), 'utf8');
}

/// The kind of a page: its folder, whatever the language, and what it is there. Pages that
/// stand in no folder are each of a kind.
export function kindOf(page) {
  const parts = page.split('/');
  const name = parts.pop();
  if (/^[a-z]{2}$/.test(parts[0])) parts[0] = 'LANGUAGE';
  const isTop = parts.length === 0 || (parts.length === 1 && parts[0] === 'LANGUAGE');
  const kind = isTop || /^(index|404)\.html$/.test(name) ? name : name.includes('-story') ? 'story' : 'record';
  return [...parts, kind].join('/');
}

/// What can be on a page: its kind, and each element with each of its classes. Pages that have
/// the same of all these look alike.
export function features(page, html) {
  const found = new Set([kindOf(page)]);
  const body = html.slice(html.indexOf('<body'));
  for (const [, tag, attributes] of body.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)) {
    const names = /class="([^"]*)"/.exec(attributes)?.[1].split(' ') ?? [];
    for (const of of ['', ...names]) found.add(`${tag}.${of}`);
  }
  if (html.includes('name="robots"')) found.add('noindex');
  return found;
}

/// What a reader of each of these languages needs for a letter: few pages, of each kind.
export function inLanguages(root, languages) {
  const wanted = ['index', 'people/index', 'people/sample-colony', 'people/sample-in-transit', 'rules/ru', 'calendar/index', 'verify', 'check', 'keep'];
  const paths = languages.split(',').flatMap((language) => wanted.map((page) => `${language}/${page}.html`));
  const missing = paths.filter((path) => !isFile(root, path));
  if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}`);
  return paths;
}

/// Pages that together have every feature, the widest and longest page, and
/// `more` others by a seed; or all pages.
export function sample(root, { full = false, seed = 1, more = 4 } = {}) {
  const all = pages(root);
  if (full) return all;
  const inAnyOrder = shuffled(all, seed);
  // Of each language, the home page and somebody to whom one can write.
  const chosen = new Set(all.filter((page) => /^[a-z]{2}\/(index|people\/sample-colony)\.html$/.test(page)));
  chosen.add(all.reduce((a, b) => (read(root, a).length >= read(root, b).length ? a : b), all[0]));
  const seen = new Set();
  const gains = (page) => [...features(page, read(root, page))].filter((feature) => !seen.has(feature));
  for (const page of [...chosen, ...inAnyOrder]) {
    const gained = gains(page);
    if (gained.length > 0) chosen.add(page);
    gained.forEach((feature) => seen.add(feature));
  }
  for (const page of inAnyOrder.filter((page) => !chosen.has(page)).slice(0, more)) chosen.add(page);
  return [...chosen].sort();
}

/// One page of each kind, in whatever language the seed says.
export function ofEachKind(root, { seed = 1 } = {}) {
  const byKind = new Map(shuffled(pages(root), seed).map((page) => [kindOf(page), page]));
  return [...byKind.values()].sort();
}

function shuffled(all, seed) {
  const random = numbers(seed);
  return all.map((page) => [random(), page]).sort((a, b) => a[0] - b[0]).map(([, page]) => page);
}

/// Numbers from 0 to 1, always the same for a seed (xorshift32).
export function numbers(seed) {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
