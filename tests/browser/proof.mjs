//! One kind of look at a sample of a tree in Chromium, in several ways, and at planted faults.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { launch } from './chromium.mjs';
import { host } from './host.mjs';
import { options, tally } from './tally.mjs';
import { pages, read, sample } from './tree.mjs';

/// The page that faults are planted in: it has most of what a page can have.
const WHOLE = /\/people\/sample-colony\.html$/;

/// Looks at each page of a sample in each way and prints how many passed.
///
/// `ways` are `{ name, context, afresh }`: what Chromium pretends to be, and whether each page
/// is the first that it sees. `look(page, way, requests)` looks at a page that is open, and returns
/// faults as `kind: what`. Each of `planted` is `{ fault, way, change }`:
/// a change of a page's text that must be found as that kind of fault, in that way or the first.
export async function proof({ ways, look, planted, answer }) {
  const given = options(['seed', 'only']);
  const results = tally();
  const root = resolve(given.rest[0] ?? 'public');
  const seed = Number(given.seed ?? 1);
  const chosen = sample(root, { full: given.full, seed }).filter((path) => !given.only || path.includes(given.only));
  console.log(`${chosen.length} of ${pages(root).length} pages, seed ${seed}, ${ways.length} ways`);
  const browser = await launch();
  const inWay = async (tree, way, paths) => {
    const server = await host(tree, { answer });
    const found = await openEach(browser, { base: server.base, way, paths, look });
    server.stop();
    return found;
  };
  for (const way of ways) {
    const found = await inWay(root, way, chosen);
    for (const [path, faults] of found) results.check(`${way.name}: ${path}`, faults);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
  for (const [path, { fault, way }] of plant(root, scratch, planted)) {
    const taken = ways.find(({ name }) => name === way) ?? ways[0];
    const found = (await inWay(scratch, taken, [path])).get(path);
    const isFound = found.some((text) => text.startsWith(`${fault}:`));
    results.check(`a planted fault, ${fault}, is found`, isFound ? [] : ['found instead:', ...found]);
  }
  rmSync(scratch, { recursive: true });
  await browser.close();
  results.done();
}

/// What is found on each page; as many are looked at together as there are processors.
async function openEach(browser, { base, way, paths, look }) {
  const found = new Map(paths.map((path) => [path, []]));
  const waiting = [...paths];
  const hand = async () => {
    let requests = [];
    const open = async () => {
      const page = await (await browser.newContext({ ...way.context })).newPage();
      return page.on('request', (request) => requests.push({ url: request.url(), type: request.resourceType() }));
    };
    let page = await open();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      requests = [];
      await page.goto(new URL(encodeURI(path), base).href, { waitUntil: 'load' });
      found.set(path, await look(page, way, requests));
      if (!way.afresh) continue;
      await page.context().close();
      page = await open();
    }
    await page.context().close();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, hand));
  return found;
}

/// Writes a page with each fault below a scratch folder, without the policy, which would keep
/// most of them away. A change that changes nothing is a mistake of the check: the theme is no
/// longer what it was written for.
export function plant(root, scratch, planted) {
  const path = pages(root).find((path) => WHOLE.test(path));
  const html = read(root, path).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return planted.map((each, number) => {
    const broken = each.change(html);
    if (broken === html) throw new Error(`the fault ${each.fault} could not be planted`);
    const name = path.replace(/[^/]+$/, `planted-${number}.html`);
    mkdirSync(dirname(join(scratch, name)), { recursive: true });
    writeFileSync(join(scratch, name), broken);
    return [name, each];
  });
}

/// The page with more style, or with more at the end of its main part.
export const styled = (css) => (html) => html.replace('</style>', `${css}</style>`);
export const withMore = (more) => (html) => html.replace('</main>', `${more}</main>`);
