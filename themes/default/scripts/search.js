'use strict';
// The page search.html. Nothing is asked for before somebody begins to type, nothing
// is stored, and the words stay on the page: only the first letters of names stand in
// what is asked for. The index is plain scripts that call `found`: nothing else works
// from a disk.

const part = (id) => document.getElementById(`search_${id}`);
const folder = part('here').dataset.index.replace(/[^/]*$/, '');
// So many files at most for what is typed, so many more when that finds nobody, and so
// many lines on the page.
const FILES = 3, MORE = 6, SHOWN = 40;
const asked = new Map(), heard = new Set();
// The beginnings for which there are shards, those for which there are further lists,
// and everybody of whom we have heard, by path.
const shards = new Set(), lists = new Set(), people = new Map();
let tables, turn = 0, timer;

function found(name, one, two, given) {
  heard.add(name);
  if (given) read(given);
  if (/^list/.test(name)) {
    one.forEach((prefix) => shards.add(prefix));
    two.forEach((prefix) => lists.add(prefix));
  } else {
    two.forEach((line) => people.set(line[0], readable(line, one)));
  }
}

function readable([path, name, mark, state, place, more, lang], words) {
  const where = place === null ? null : words[place];
  const by = where ? [...fold(where[0]), ...where[1].split(' ')] : [];
  return { path, name, lang, mark, state: words[state], where, words: [...fold(name), ...more.split(' ')], by };
}

// Whether a file of the index has come; one that has not is asked for again next time.
function ask(kind, prefix) {
  const name = prefix ? `${kind}-${prefix}` : kind;
  if (!asked.has(name)) asked.set(name, new Promise((done) => {
    const script = document.createElement('script');
    const end = () => {
      script.remove();
      if (!heard.has(name)) asked.delete(name);
      done(heard.has(name));
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    script.src = `${folder}${name}.js`;
    document.head.append(script);
  }));
  return asked.get(name);
}

// Folding, as the program does it for the index.
function latin(text) {
  const letter = (c) => {
    if (/[a-z0-9]/.test(c)) return c;
    if (tables.letters.has(c)) return tables.letters.get(c);
    if (tables.marks.test(c)) return '';
    return tables.spaces.test(c) ? ' ' : String(c.codePointAt(0) % 100000).padStart(5, '0');
  };
  return Array.from(text.normalize('NFKD').toLowerCase(), letter).join('').match(/[a-z]+|[0-9]+/g) || [];
}

function same(word) {
  for (let before = ''; before !== word;) {
    before = word;
    for (const [from, to] of tables.same) word = word.split(from).join(to);
    word = word.replace(/([a-z])\1+/g, '$1');
  }
  return word.slice(0, 24);
}

const fold = (text) => latin(text).map(same);

// A word as it is, and as it may have been meant.
const forms = (word) => [word, ...tables.perhaps.filter(([from]) => word.includes(from)).map(([from, to]) => word.replace(from, to))].map(same);

// How many slips lie between a word and each beginning of another (Damerau and
// Levenshtein: a letter too many, too few, another one, or two in the wrong order).
function slips(word, other) {
  let older, old, row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i++) {
    [older, old, row] = [old, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (word[i - 1] !== other[j - 1]));
      const turned = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      if (turned) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
  }
  return row;
}

// How badly a form fits a word of somebody: 0 whole, 1 its beginning, more with slips.
function fit(form, word, most) {
  if (word === form) return 0;
  if (word.startsWith(form)) return 1;
  if (stem(form) && word.startsWith(stem(form))) return 1.3;
  if (most === 0 || /^[0-9]/.test(form)) return Infinity;
  const row = slips(form, word.slice(0, form.length + most));
  const whole = word.length > form.length + most ? Infinity : row[row.length - 1];
  const least = Math.min(...row);
  if (whole <= most) return 2 + whole;
  return least <= most ? 2.5 + least : Infinity;
}

// The last letter may be the first of a pair that is one sound: `k` of `kh`.
const stem = (form) => (form.length > 2 && /[iktop]$/.test(form) ? form.slice(0, -1) : '');
const allowed = (form) => (form.length < 3 ? 0 : form.length < 7 ? 1 : 2);

// The place of somebody counts less than the name.
function misfit(all, { words, by }) {
  const most = (at) => (at ? Math.min(1, allowed(all[at])) : allowed(all[at]));
  const least = (form, at, list) => Math.min(...list.map((word) => fit(form, word, most(at))));
  const best = (form, at) => Math.min(least(form, at, words), least(form, at, by) + 0.4) + (at ? 0.6 : 0);
  return Math.min(...all.map(best));
}

// Everybody whom all words fit, the best first and people before places; what fits far
// worse than the best is left out.
function ranked(query, typed) {
  const all = [...people.values()].map((line) => [query.reduce((sum, word) => sum + misfit(word, line), /^people/.test(line.path) ? 0 : 0.1), line]);
  const least = Math.min(...all.map(([sum]) => sum));
  const literal = ({ name }) => !name.toLowerCase().includes(typed);
  const order = ([a, one], [b, other]) => a - b || literal(one) - literal(other) || one.name.localeCompare(other.name) || (one.path < other.path ? -1 : 1);
  return all.filter(([sum]) => sum < least + 2).sort(order);
}

// The shards in which names that begin with a form stand.
function near(form) {
  const all = [...shards];
  const above = all.filter((prefix) => form.startsWith(prefix)).sort((a, b) => b.length - a.length).slice(0, 1);
  return [...above, ...all.filter((prefix) => prefix.length > form.length && prefix.startsWith(form))];
}

// Those to which a slip in the first letters leads.
function astray(form) {
  const slipped = (prefix) => {
    const word = prefix.split('-')[0];
    return word.length > 1 && Math.min(...slips(word, form), ...slips(form, word)) < 2;
  };
  const swapped = form[1] + form[0] + form.slice(2);
  const deep = [...shards].filter(slipped).sort((a, b) => b.length - a.length);
  return form.length < 3 ? [] : [form.slice(1), swapped].reduce((all, other) => [...all, ...near(other).slice(0, 1)], []).concat(deep);
}

// Of a common name, first those beside which the other words stand.
function beside(word, query) {
  const keys = query.filter((other) => other !== word).map((other) => `${word[0]}-${other[0]}`);
  const far = (prefix) => !keys.some((key) => key.startsWith(prefix) || prefix.startsWith(key));
  return near(word[0]).sort((a, b) => far(a) - far(b));
}

const unique = (all) => [...new Set(all)];
const flat = (all) => [].concat(...all);

async function look() {
  const mine = ++turn, typed = part('field').value.trim().toLowerCase();
  if (typed.length < 2) return show([], typed ? [say('short')] : []);
  const waiting = setTimeout(() => mine === turn && show([], [say('working')]), 300);
  let whole = true;
  const get = async (kind, names) => {
    const came = await Promise.all(names.map((name) => ask(kind, name)));
    whole = came.every(Boolean) && whole;
  };
  await get('list', ['']);
  const query = tables ? latin(typed).map(forms) : [];
  if (mine !== turn || !query.length) {
    clearTimeout(waiting);
    return mine === turn && show([], [say(whole ? 'short' : 'failed')]);
  }
  const both = flat(query);
  await get('list', [...lists].filter((list) => both.some((form) => list.startsWith(form) || form.startsWith(list))));
  const few = query.map((word) => beside(word, query)).sort((a, b) => a.length - b.length);
  const first = unique([...few[0], ...flat(query.map((word) => near(stem(word[0]) || word[0])))]);
  const isCut = few[0].length > FILES;
  await get('p', first.slice(0, FILES));
  let lines = ranked(query, typed);
  if (mine === turn && (!lines.length || lines[0][0] >= 2)) {
    const others = flat(few.slice(1).map((names) => names.slice(0, FILES)));
    const meant = flat(query.map((word) => flat(word.slice(1).map((form) => near(form).slice(0, 2)))));
    const more = unique([...others, ...meant, ...flat(query.map((word) => astray(word[0])))]);
    await get('p', more.filter((name) => !first.slice(0, FILES).includes(name)).slice(0, MORE));
    lines = ranked(query, typed);
  }
  clearTimeout(waiting);
  if (mine !== turn) return;
  const count = Math.min(lines.length, SHOWN);
  const word = count ? (isCut || lines.length > SHOWN ? 'many' : 'found') : 'none';
  show(lines.slice(0, SHOWN), [...(whole || count ? [say(word, count)] : []), ...(whole ? [] : [say('failed')])]);
}

const words = (name) => part('words').content.querySelector(`[data-say="${name}"]`);

function say(name, count) {
  const line = words(name).cloneNode(true);
  line.textContent = line.textContent.replace('{count}', count);
  return line;
}

function show(lines, said) {
  const list = part('people');
  part('said').textContent = list.textContent = '';
  part('said').append(...said);
  list.append(...lines.map(([, line]) => item(line)));
  list.hidden = !lines.length;
}

function element(name, text, lang) {
  const made = document.createElement(name);
  made.textContent = text;
  if (lang) [made.lang, made.dir] = [lang, 'auto'];
  return made;
}

function item({ path, name, lang, mark, state, where }) {
  const line = element('li', ''), link = element('a', name, lang), below = element('div', state[0]);
  link.href = `${path}.html`;
  if (where) below.append(' · ', element('span', where[0], where[2]));
  const badge = words(`mark-${mark}`);
  line.append(link, ' ', ...(badge ? [badge.firstElementChild.cloneNode(true)] : []), below);
  return line;
}

// The tables come with the index, so that both always fold alike.
function read(given) {
  const split = (text) => text.split(' ');
  const pairs = (text) => split(text).reduce((all, word, at, list) => (at % 2 ? [...all, [list[at - 1], word]] : all), []);
  const values = split(given.latin);
  tables = {
    letters: new Map(Array.from(given.letters, (letter, at) => [letter, values[at]])),
    same: pairs(given.same),
    perhaps: pairs(given.perhaps),
    marks: new RegExp(`[${given.marks}]`),
    spaces: new RegExp(`[${given.spaces}]`),
  };
}

function later(event) {
  clearTimeout(timer);
  timer = setTimeout(look, event.key ? 0 : 250);
}

part('field').addEventListener('input', later);
part('field').addEventListener('keydown', (event) => event.key === 'Enter' && later(event));
part('no_script').hidden = true;
part('here').hidden = false;
