//! A person's sheet with scripts: what its buttons copy and send on, on a site of the
//! open web, on this machine, and from the disk.
//!
//! node paper.mjs TREE

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADDRESS, lacking } from './address.mjs';
import { launch } from './chromium.mjs';
import { host } from './host.mjs';
import { options, tally } from './tally.mjs';

const given = options();
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const SHEET = 'ru/paper/sample-colony.html';
/// Served by the browser itself: it has no secure origin, so pages get no clipboard.
const ABROAD = 'http://letters.example/mirror/';
const PROFILE = `${ABROAD}ru/people/sample-colony.html`;

const browser = await launch();
const server = await host(root);
const disk = pathToFileURL(root + '/').href;
for (const [name, base, link] of [['abroad', ABROAD, PROFILE], ['here', server.base, null], ['disk', disk, null]]) {
  await shared(name, base, link);
}
await copied('here', server.base, 'clipboard');
await copied('abroad', ABROAD, 'selection');
await planted();
server.stop();
await browser.close();
results.done();

/// What the button hands to the device, and that no place on the device is in it.
async function shared(name, base, link) {
  const page = await open(base, { share: true });
  await page.click('#paper_share');
  const text = await page.evaluate(() => window.sent);
  results.check(`${name}: what is sent on`, sentFaults(text, link));
  await page.context().close();
}

function sentFaults(text, link) {
  const lines = (text ?? '').split('\n');
  const faults = lacking(['Образец Колония', ...ADDRESS], lines);
  if (/file:|127\.0\.0\.1|localhost/.test(text)) faults.push(`it tells a place of this device: ${text}`);
  const links = text?.match(/\bhttps?:\S+/g) ?? [];
  if (links.join() !== (link ?? '')) faults.push(`links: [${links}], not [${link ?? ''}]`);
  return faults;
}

/// The address comes into the clipboard, or is selected and the reader is told.
async function copied(name, base, where) {
  const page = await open(base, { oldCopy: where === 'clipboard' });
  await page.click('#paper_copy');
  await page.waitForSelector('#paper_said :first-child');
  const text = await page.evaluate(
    (where) => (where === 'clipboard' ? navigator.clipboard.readText() : getSelection().toString()),
    where,
  );
  results.check(`${name}: the address in the ${where}`, lacking(ADDRESS, text.split('\n')));
  const said = await page.locator('#paper_said b').getAttribute('data-say');
  const wanted = where === 'clipboard' ? 'copied' : 'selected';
  results.check(`${name}: the reader is told`, said === wanted ? [] : [`said is \`${said}\``]);
  await page.context().close();
}

/// A text with a wrong link, a place of this device, or a line too few is found.
async function planted() {
  const page = await open(disk, { share: true });
  await page.evaluate((href) => document.getElementById('paper_text').append(` ${href}`), disk);
  await page.click('#paper_share');
  const text = await page.evaluate(() => window.sent);
  for (const [what, broken] of [['a place on the disk', text], ['a missing line', text.replace(ADDRESS[3], '')], ['a link', `${text} https://x.example/`]]) {
    results.check(`${what} is found`, sentFaults(broken, null).length > 0 ? [] : ['it is not']);
  }
  await page.context().close();
}

async function open(base, { share = false, oldCopy = true }) {
  const context = await browser.newContext();
  await context.route(`${ABROAD}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(new URL(ABROAD).pathname.length);
    const contentType = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    return route.fulfill({ contentType, body: readFileSync(join(root, path)) });
  });
  if (base === server.base) await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(base).origin });
  await context.addInitScript(
    ({ share, oldCopy }) => {
      const send = async ({ text }) => { window.sent = text; };
      Object.defineProperty(navigator, 'share', { value: share ? send : undefined, configurable: true });
      if (!oldCopy) document.execCommand = () => false;
    },
    { share, oldCopy },
  );
  const page = await context.newPage();
  await page.goto(new URL(SHEET, base).href);
  return page;
}
