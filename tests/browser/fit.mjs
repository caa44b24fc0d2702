//! Whether all text stays whole and readable when there is less room or the text is larger:
//! 320 px, 200 % zoom, 200 % text, and the text spacing of WCAG 1.4.12.
//!
//! node fit.mjs TREE [--full] [--seed N] [--only WORDS]

import { proof, styled, withMore } from './proof.mjs';

const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }`;
/// What a browser calls 16 px when its reader asks for twice the size.
const TWICE = { standard: 32, fixed: 26 };
const ONCE = { standard: 16, fixed: 13 };

const across = (width, deviceScaleFactor = 1) => ({
  bypassCSP: true,
  viewport: { width, height: 740 },
  deviceScaleFactor,
});
const WAYS = [
  { name: '320 px', context: across(320) },
  { name: '200 % zoom of 1280 px', context: across(640, 2) },
  { name: '200 % text, 360 px', context: across(360), twice: true },
  { name: '200 % text, 1280 px', context: across(1280), twice: true },
  { name: 'text spacing, 360 px', context: across(360), css: SPACING },
  { name: 'text spacing, 1280 px', context: across(1280), css: SPACING },
];

await proof({
  ways: WAYS,
  async look(page, { css, twice }) {
    // An envelope is shown in the size of its paper, with letters of that size.
    if (/\/paper\/(dl|c6|no10)\//.test(new URL(page.url()).pathname)) return [];
    const small = twice ? await enlarge(page) : [];
    if (css) await page.addStyleTag({ content: css });
    return [...small, ...(await page.evaluate(misfits))];
  },
  planted: [
    { fault: 'sideways', change: withMore(`<p style="overflow-wrap: normal">${'x'.repeat(80)}</p>`) },
    { fault: 'sideways', way: '200 % text, 360 px', change: withMore('<p style="min-width: 22rem">Wide</p>') },
    { fault: 'scroller', change: withMore('<div style="overflow: auto"><p style="width: 40rem">Wide</p></div>') },
    { fault: 'clipped', way: 'text spacing, 360 px', change: styled('h1 { overflow: hidden; height: 2.3rem }') },
    { fault: 'overlap', way: 'text spacing, 360 px', change: styled('.about { height: 1.5rem }') },
    { fault: 'overlap', change: styled('h1 { margin-bottom: -2rem }') },
    { fault: 'outside', change: styled('.about { margin-inline-start: -3rem }') },
    { fault: 'fixed', way: '200 % text, 1280 px', change: styled('.about { font-size: 18px }') },
  ],
});

/// The reader's own size of text, as a browser's settings have it: what does not follow it?
async function enlarge(page) {
  const session = await page.context().newCDPSession(page);
  const at = async (fontSizes) => {
    await session.send('Page.setFontSizes', { fontSizes });
    return page.evaluate(sizesOfText);
  };
  const [before, after] = [await at(ONCE), await at(TWICE)];
  await session.detach();
  const fixed = before.filter(({ size }, index) => after[index].size < size * 1.99);
  return fixed.map(({ name, size }) => `fixed: ${name} has ${size} px, and less than twice as much in twice the size`);
}


// What follows runs in the page.

function sizesOfText() {
  const all = [...document.querySelectorAll('body, body *')];
  return all.map((element) => ({
    name: `${element.localName}.${element.className}`,
    size: parseFloat(getComputedStyle(element).fontSize),
  }));
}

function misfits() {
  const room = document.documentElement.clientWidth;
  const name = (element) => `${element.localName}${element.className && `.${element.className}`}`;
  const says = (node) => `\`${node.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}\` in ${name(node.parentElement)}`;
  const scrolled = document.scrollingElement.scrollWidth;
  const isLaidOut = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const all = [...document.querySelectorAll('body *')].filter(isLaidOut);
  const texts = textsOf(document.body).filter(({ parentElement }) => isLaidOut(parentElement) && !isAside(parentElement));
  const lines = texts.flatMap(linesOf);
  return [
    ...(scrolled > room ? [`sideways: the page is ${scrolled} px wide, there are ${room}`] : []),
    ...all.filter(isScroller).map((element) => `scroller: ${name(element)} scrolls sideways`),
    ...all.filter(isClipped).map((element) => `clipped: ${name(element)} hides part of its text`),
    ...lines.filter(({ left, right, free }) => !free && (left < -1 || right > room + 1)).map(({ node }) => `outside: ${says(node)}`),
    ...overlaps(lines).map(([a, b]) => `overlap: ${says(a.node)} and ${says(b.node)}`),
  ];

  function textsOf(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.textContent.trim()) found.push(walker.currentNode);
    return found;
  }

  /// Taken out of sight on purpose, until it has the focus, or for ears only; or floating over
  /// what its reader can scroll from under it.
  function isAside(element) {
    const box = element.getBoundingClientRect();
    const { position } = getComputedStyle(element);
    const away = position === 'absolute' && (box.right < 0 || box.left > room || box.width <= 1);
    return away || position === 'fixed' || (element.parentElement !== document.body && element.parentElement !== null && isAside(element.parentElement));
  }

  /// The middle of each line of a text: the space above and below letters may be shared.
  function linesOf(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const free = node.parentElement.closest('pre, table') !== null;
    return [...range.getClientRects()].filter(({ width }) => width > 1).map(({ left, right, top, height }) => ({
      node, free, left: left + 1, right: right - 1, top: top + height * 0.3, bottom: top + height * 0.7,
    }));
  }

  function overlaps(lines) {
    const sorted = lines.filter(({ free }) => !free).sort((a, b) => a.top - b.top);
    return sorted.flatMap((a, at) => {
      const found = [];
      for (let next = at + 1; next < sorted.length && sorted[next].top < a.bottom; next += 1) {
        const b = sorted[next];
        if (b.node !== a.node && b.left < a.right && a.left < b.right) found.push([a, b]);
      }
      return found;
    });
  }

  /// Tables and preformatted text may scroll by themselves.
  function isScroller(element) {
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
    return scrolls && element.localName !== 'pre' && !element.querySelector('table') && !element.matches('textarea, input, select');
  }

  function isClipped(element) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const wide = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    return (wide || high) && element.textContent.trim() !== '' && !isAside(element);
  }
}
