//! The words of a page, from its text alone.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
/// What is not for readers, whatever is in it.
const UNSEEN = /<(head|script|style|template)\b.*?<\/\1>|<!--.*?-->/gs;

/// A piece of HTML without its tags.
export function plain(html) {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x?([0-9a-f]+);/gi, (whole, code) => String.fromCodePoint(parseInt(code, whole[2] === 'x' ? 16 : 10)))
    .replace(/&([a-z]+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .trim();
}

/// Every piece of text between two tags, and whether it is in a table; without what is hidden.
export function texts(html) {
  const found = [];
  let tables = 0;
  let hidden = null;
  for (const [, tag, name, attributes, text] of html.replace(UNSEEN, '').matchAll(/(<\/?([a-z][a-z0-9]*)([^>]*)>)([^<]*)/g)) {
    const isEnd = tag.startsWith('</');
    if (name === 'table') tables += isEnd ? -1 : 1;
    if (hidden === null && !isEnd && /\shidden(\s|=|$)/.test(attributes)) hidden = { name, depth: 0 };
    if (hidden?.name === name) hidden.depth += isEnd ? -1 : 1;
    if (hidden?.depth === 0) hidden = null;
    const words = plain(text);
    if (words && !hidden) found.push({ text: words, isInTable: tables > 0 });
  }
  return found;
}
