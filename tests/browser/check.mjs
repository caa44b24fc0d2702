//! Looks at a built site in Chromium: over http below a folder and from the disk,
//! with scripts and without.
//!
//! node check.mjs TREE [--full] [--seed N]     node check.mjs TREE --languages fa,de     node check.mjs --self-test

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADDRESS, lacking, turning } from './address.mjs';
import { launch } from './chromium.mjs';
import { PLANTED, plant } from './faults.mjs';
import { host } from './host.mjs';
import { eyes } from './look.mjs';
import { options, tally } from './tally.mjs';
import { inLanguages, pages, sample } from './tree.mjs';

const given = options(['seed', 'languages']);
const results = tally();
const browser = await launch();
try {
  if (given['self-test']) await selfTest();
  else await site(resolve(given.rest[0] ?? 'public'));
} finally {
  await browser.close();
}
results.done();

async function site(root) {
  const seed = Number(given.seed ?? 1);
  const chosen = given.languages ? inLanguages(root, given.languages) : sample(root, { full: given.full, seed });
  console.log(`${chosen.length} of ${pages(root).length} pages, seed ${seed}`);
  await inEveryWay(root, async (way, look) => {
    for (const page of chosen) results.check(`${way}: ${page}`, await look.look(page));
    for (const page of chosen.filter((page) => page.endsWith('/people/sample-colony.html'))) {
      const lines = await look.tapAddress(page);
      results.check(`${way}: ${page}: one tap takes the address`, [...lacking(ADDRESS, lines ?? []), ...turning(lines ?? [])]);
    }
  });
}

/// Every planted fault is found, whole pages have none.
async function selfTest() {
  const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
  const root = plant(scratch);
  await inEveryWay(root, async (way, look, scripts) => {
    for (const { name, fault, ...planted } of PLANTED) {
      if (planted.scripts && !scripts) continue;
      const found = await look.look(name);
      const asked = fault ? found.some((text) => text.startsWith(`${fault}:`)) : found.length === 0;
      results.check(`${way}: ${name}: ${fault ?? 'no fault'} is found`, asked ? [] : ['found instead:', ...found]);
    }
  });
  const runTogether = lacking(ADDRESS, [ADDRESS.join(', ')]);
  results.check('an address on one line is found', runTogether.length > 0 ? [] : ['it is not']);
  const marked = turning(['\u2068' + ADDRESS[0] + '\u2069']);
  results.check('a mark of direction in an address is found', marked.length > 0 ? [] : ['it is not']);
  rmSync(scratch, { recursive: true });
}

async function inEveryWay(root, work) {
  const server = await host(root);
  const bases = [['http', server.base], ['file', pathToFileURL(root + '/').href]];
  for (const [name, base] of bases) {
    for (const scripts of [false, true]) {
      // Of many languages each page is looked at in two ways, not in four.
      if (given.languages && scripts === (name === 'http')) continue;
      const look = await eyes(browser, { root, base, scripts });
      await work(`${name}, scripts ${scripts ? 'on' : 'off'}`, look, scripts);
      await look.close();
    }
  }
  server.stop();
}
