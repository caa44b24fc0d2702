//! The page without a mouse: every control is reached by Tab, in the order of the page, and
//! seen when it is, not under the link that leaves; the link past the header works; and for fingers, main links of 44 px.
//!
//! node keys.mjs TREE [--full] [--seed N] [--only WORDS]

import { proof, styled, withMore } from './proof.mjs';

/// What a finger hits without aiming, in pixels; that anything has WCAG's 24 is for axe to see.
const SIZE = 44;
const first = (words) => (html) => html.replace('<main', `${words}<main`);

await proof({
  ways: [
    { name: '360 px', context: { viewport: { width: 360, height: 740 } } },
    { name: '1280 px', context: { viewport: { width: 1280, height: 900 } } },
  ],
  async look(page) {
    const skipped = await skips(page);
    const expected = await page.evaluate(watch);
    for (let key = 0; key <= expected.length; key += 1) await page.keyboard.press('Tab');
    const { reached, covered, last } = await page.evaluate(() => window.walked());
    return [
      ...walk(expected, reached),
      ...covered.map((name) => `covered: ${name} is under the link that leaves`),
      ...(last ? [`trap: Tab does not leave ${last}`] : []),
      ...skipped,
      ...(await page.evaluate(small, SIZE)),
    ];
  },
  planted: [
    { fault: 'order', change: first('<button tabindex="3">First</button>') },
    { fault: 'unreached', change: first('<span role="button" tabindex="-1">x</span>') },
    { fault: 'focus', change: styled(':focus-visible { outline: none }') },
    { fault: 'hidden', change: styled('main a:focus { position: fixed; inset-inline-start: -99rem }') },
    { fault: 'covered', change: styled('.leave { inset: 0 }') },
    {
      fault: 'trap',
      change: withMore('<button id="trap">x</button><script>trap.onkeydown = (event) => event.preventDefault()</script>'),
    },
    { fault: 'skip', change: (html) => html.replace('id="page_main"', '') },
    { fault: 'skip', change: (html) => html.replace(/<a class="skip".*?<\/a>/, '') },
    { fault: 'target', change: withMore('<nav><ul><li><a href="x.html" style="font-size: 1rem; padding: 0; min-height: 0">x</a></li></ul></nav>') },
    { fault: 'target', change: withMore('<p>Words <button style="all: unset; font: 9px serif">x</button></p>') },
  ],
});

/// The controls in the order of the page beside those that Tab reached.
function walk(expected, reached) {
  const faults = expected.filter(({ id }) => !reached.some((one) => one.id === id)).map(({ name }) => `unreached: ${name}`);
  const order = reached.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) === at);
  const isInOrder = order.every((id, at) => at === 0 || id > order[at - 1]);
  if (!isInOrder) faults.push(`order: Tab goes ${reached.map(({ name }) => name).slice(0, 12).join(', ')} …`);
  for (const { name, isShown, isMarked } of reached) {
    if (!isMarked) faults.push(`focus: ${name} looks the same with the focus on it`);
    if (!isShown) faults.push(`hidden: ${name} is out of sight with the focus on it`);
  }
  return faults;
}

/// The first Tab and Enter lead past the header: the next Tab is in the main part or after it.
async function skips(page) {
  if (!(await page.evaluate(() => document.querySelector('header a, header button')))) return [];
  const address = page.url();
  await page.keyboard.press('Tab');
  const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
  if (!href?.startsWith('#')) return [`skip: the first control leads to ${href}`];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const reached = await page.evaluate(pastHeader);
  await page.goto(address);
  return reached ? [`skip: ${href} leads no further than ${reached}`] : [];
}


// What follows runs in the page.

/// What has the focus, unless it is in the main part or below.
function pastHeader() {
  const main = document.querySelector('main');
  const isBelow = main.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBelow ? null : document.activeElement.outerHTML.slice(0, 80);
}

/// Notes what gets the focus and what it then looks like.
function watch() {
  const name = (element) => `${element.localName} \`${(element.textContent || element.id).trim().slice(0, 30)}\``;
  const isLaidOut = (element) => element.checkVisibility({ checkVisibilityCSS: true });
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX + getComputedStyle(element).overflowY)
    && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable], [role=button], [role=link]';
  const isControl = (element) => element.matches(controls) && !element.disabled && element.getAttribute('aria-live') === null;
  const all = [...document.querySelectorAll('body *')];
  const stops = all.filter((element) => isLaidOut(element) && (isControl(element) || scrolls(element)));
  const ids = new Map(all.map((element, id) => [element, id]));
  const looks = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, borderColor, textDecorationLine } = getComputedStyle(element);
    const outline = outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth}`;
    return [outline, boxShadow, backgroundColor, borderColor, textDecorationLine].join('; ');
  };
  const before = new Map(stops.map((element) => [element, looks(element)]));
  const reached = [];
  document.addEventListener('focusin', ({ target }) => {
    const box = target.getBoundingClientRect();
    reached.push({
      id: ids.get(target),
      name: name(target),
      isMarked: looks(target) !== before.get(target),
      isShown: box.width > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    });
  });
  // A page is scrolled to a control after the event that says it has the focus, and before the
  // key goes up again.
  const covered = [];
  document.addEventListener('keyup', () => {
    const target = document.activeElement;
    const leave = document.querySelector('.leave');
    if (leave && ids.has(target) && target !== leave && isUnder(target, leave.getBoundingClientRect())) covered.push(name(target));
  });
  /// Whether a box lies over all that the window shows of an element.
  const isUnder = (element, box) => {
    const parts = [...element.getClientRects()].map(({ left, right, top, bottom }) => ({
      left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight),
    }));
    const seen = parts.filter(({ left, right, top, bottom }) => left < right && top < bottom);
    const lies = ({ left, right, top, bottom }) => left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom;
    return seen.length > 0 && seen.every(lies);
  };
  const last = () => (reached.at(-1)?.id === ids.get(document.activeElement) && reached.length <= stops.length ? reached.at(-1)?.name : null);
  window.walked = () => ({ reached, covered, last: last() });
  return stops.map((element) => ({ id: ids.get(element), name: name(element) }));
}

/// Main links stand in the header, in a menu or a list, or are a paragraph of their own. A link
/// in the words of a sentence may be as small as they are.
function small(least) {
  const main = 'header a, nav a, li a, main p a, button, summary, select, input:not([type=hidden]), textarea';
  // What an editor wrote is words, its lists too.
  const isWritten = (element) => element.closest('.text') !== null;
  const isMain = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) && !isWritten(element) && !isInWords(element);
  return [...document.querySelectorAll(main)].filter(isMain).flatMap((element) => {
    const [width, height] = sizeOf(element);
    const where = `${element.parentElement.localName}.${element.parentElement.className}`;
    const text = element.textContent.trim().slice(0, 30);
    const isSmall = Math.min(width, height) < least;
    return isSmall ? [`target: ${element.localName} \`${text}\` in ${where} is ${width} × ${height} px`] : [];
  });

  /// The label of a box to tick is part of it.
  function sizeOf(element) {
    const label = element.labels?.[0];
    const boxes = [element, label].filter(Boolean).map((each) => each.getBoundingClientRect());
    return ['width', 'height'].map((side) => Math.round(Math.max(...boxes.map((box) => box[side])) * 10) / 10);
  }

  function isInWords(element) {
    if (element.localName !== 'a') return false;
    const block = blockOf(element);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const isWord = /[\p{L}\p{N}]/u.test(text.textContent) && !text.parentElement.closest('a, button');
      if (isWord && blockOf(text) === block) return true;
    }
    return false;
  }

  function blockOf(node) {
    let block = node.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block;
  }
}
