//! Looks at one page as a browser shows it: every fault, as `kind: what`.

import { isFile, read } from './tree.mjs';

/// Phones that people hold, in CSS pixels.
const WIDTHS = [360, 320];

/// What a release adds to a tree that was built; every page may link it.
const ADDED = /^(SHA256SUMS|mirrors\.txt|release\.txt(\.minisig)?|(keys|bundle)\/[a-z0-9.-]+)$/;

/// Opens pages of a tree at `base` (http or file), with scripts or without.
export async function eyes(browser, { root, base, scripts }) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width: WIDTHS[0], height: 740 },
  });
  if (scripts) await context.addInitScript(watchShifts);
  const page = await context.newPage();
  const events = [];
  listen(page, base, events);
  return {
    /// All faults of a page.
    async look(path) {
      events.length = 0;
      const address = new URL(encodeURI(path), base).href;
      await page.goto(address, { waitUntil: 'load' });
      const seen = await page.evaluate(inspect);
      const shift = scripts ? await page.evaluate(settledShift) : 0;
      const faults = [...structure(seen), ...links([...seen.links, ...seen.sources], address, { root, base })];
      for (const text of await page.evaluate(turned)) faults.push(`direction: \`${text}\` is laid out the other way`);
      if (shift > 0) faults.push(`shift: the layout moved by ${shift}`);
      for (const width of WIDTHS) faults.push(...(await overflow(page, width)));
      return [...requests(events, address), ...faults];
    },
    /// What one tap on the address takes, line by line; null where there is none.
    async tapAddress(path) {
      await page.goto(new URL(encodeURI(path), base).href);
      const envelope = page.locator('.envelope').first();
      if ((await envelope.count()) === 0) return null;
      await envelope.click();
      return (await page.evaluate(() => getSelection().toString())).split('\n').filter((line) => line.trim());
    },
    close: () => context.close(),
  };
}

function listen(page, base, events) {
  const kinds = ['error', 'warning', 'assert'];
  page.on('console', (message) => {
    if (kinds.includes(message.type())) events.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => events.push(`console: ${error.message}`));
  page.on('requestfailed', (request) => {
    events.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) events.push(`failed: ${response.url()} ${response.status()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) events.push({ url: request.url(), type: request.resourceType() });
    if (!/^data:/.test(request.url()) && !request.url().startsWith(base)) {
      events.push(`foreign: a request to ${request.url()}`);
    }
  });
}

/// One request for a page; beside it only pictures, and the one script file of two pages.
function requests(events, address) {
  const script = address
    .replace(/[^/]+\/(keep|search)\.html$/, '$1.js')
    .replace(/[^/]+\/paper\/[^/]+\.html$/, 'paper.js');
  const faults = events.filter((event) => typeof event === 'string');
  const others = events.filter((event) => event.url && event.url !== address && event.url !== script && event.type !== 'image');
  const own = events.filter((event) => event.url === address).length;
  // A browser takes one of the formats of a portrait, whatever a page offers.
  const portraits = events.filter((event) => /\/photos\/[^/]+$/.test(event.url ?? '')).length;
  if (portraits > 1) faults.push(`requests: ${portraits} portraits`);
  if (own !== 1) faults.push(`requests: the page was asked for ${own} times`);
  return [...faults, ...others.map(({ url, type }) => `requests: one more for ${url} (${type})`)];
}

function structure({ headings, icon, title }) {
  const faults = [];
  if (headings.length !== 1 || !headings[0]) faults.push(`h1: ${headings.length} of them, [${headings}]`);
  if (!icon?.startsWith('data:')) faults.push(`icon: the icon is ${icon ?? 'missing'}, so that browsers ask the host`);
  if (!title) faults.push('title: there is none');
  return faults;
}

/// Every link within the site leads to a file that is there, and to a place in it.
function links(all, address, { root, base }) {
  const faults = [];
  for (const { written, href } of all) {
    const [target, fragment] = href.split('#');
    const origin = new URL(base).origin;
    const inside = target.startsWith(base);
    const sameHost = base.startsWith('file:') ? target.startsWith('file:') : target.startsWith(origin);
    if (!inside && sameHost) faults.push(`outside: \`${written}\` leaves the site's folder`);
    if (inside && /^([a-z]+:|\/)/i.test(written)) faults.push(`absolute: \`${written}\``);
    if (inside) faults.push(...target_of(decodeURI(target.slice(base.length)), fragment, { root, written }));
  }
  return faults;
}

function target_of(path, fragment, { root, written }) {
  if (ADDED.test(path)) return [];
  if (!isFile(root, path)) return [`link: \`${written}\` leads nowhere`];
  if (!fragment || !path.endsWith('.html')) return [];
  const id = decodeURIComponent(fragment);
  return read(root, path).includes(`id="${id}"`) ? [] : [`fragment: \`${written}\` has no such place`];
}

async function overflow(page, width) {
  await page.setViewportSize({ width, height: 740 });
  const wide = await page.evaluate(widest);
  return wide ? [`wide: ${wide} at ${width} pixels`] : [];
}


// What follows runs in the page.

function inspect() {
  const text = (element) => element.textContent.trim();
  return {
    headings: [...document.querySelectorAll('h1')].map(text),
    icon: document.querySelector('link[rel~=icon]')?.getAttribute('href'),
    title: document.title.trim(),
    sources: [...document.querySelectorAll('source')].map((source) => ({
      written: source.srcset,
      href: new URL(source.srcset, document.baseURI).href,
    })),
    links: [...document.querySelectorAll('a[href], area[href], link[href]:not([rel~=icon])')].map((link) => ({
      written: link.getAttribute('href'),
      href: link.href,
    })),
  };
}

/// Texts without a letter of the direction in which they are laid out: what stands
/// around them would change places with them. Letters of an index and initials are boxes of their own.
function turned() {
  const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    const letters = data.match(/\p{L}/gu) ?? [];
    if (letters.length === 0 || parentElement.closest('script, style, .letters, .initials')) continue;
    const { direction } = getComputedStyle(parentElement);
    const others = letters.filter((letter) => RIGHT_TO_LEFT.test(letter) === (direction === 'ltr'));
    if (others.length === letters.length) found.push(data.trim().slice(0, 60));
  }
  return found;
}

/// The first element that sticks out, if the page can be scrolled sideways.
function widest() {
  const root = document.documentElement;
  const room = root.clientWidth;
  const scrolls = Math.max(root.scrollWidth, document.body?.scrollWidth ?? 0) > room;
  if (!scrolls) return null;
  const box = (element) => element.getBoundingClientRect();
  const sticksOut = (element) => box(element).right > room + 0.5 || box(element).left < -0.5;
  const element = [...document.querySelectorAll('body *')].filter(sticksOut).pop();
  const name = element ? `${element.localName}.${element.className}` : 'the page';
  return `${name} makes the page ${root.scrollWidth} pixels wide`;
}

function watchShifts() {
  window.shifts = 0;
  const add = (list) => list.getEntries().forEach((entry) => (window.shifts += entry.value));
  new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
}

async function settledShift() {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame();
  await frame();
  await frame();
  return window.shifts;
}
