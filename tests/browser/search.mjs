//! The page `search.html` in Chromium: who is found by what, what is asked for and when,
//! and what is said when a part of the index does not come.
//!
//! node search.mjs TREE PROGRAM     TREE is the demonstration; PROGRAM builds a larger site

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch } from './chromium.mjs';
import { CROWD, crowded } from './crowd.mjs';
import { host } from './host.mjs';
import { options, tally } from './tally.mjs';
import { files, read } from './tree.mjs';

const given = options();
const results = tally();
const demo = resolve(given.rest[0] ?? 'public');
const program = resolve(given.rest[1] ?? 'target/release/vestochka');
const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
/// In bytes, gzip: the script, and each file of the index. As they are, the files come through a
/// connection that is cut.
const SCRIPT = 4000, FILE = 8000, RAW = 16_000;

/// What is typed, and who is the first to be found; nobody where there is nobody to find.
const QUERIES = [
  ...all('people/alexander-solzhenitsyn', 'Солженицын', 'солжен', 'Solzhenitsyn', 'SOLZHENITSYN', 'Sołżenicyn', 'Solženicyn', 'Solschenizyn',
    'Soljenitsyne', 'solzhentisyn', 'solzenitzin', 'Солжиницын', 'Солженицн', 'Исаевич', 'Isayevich', 'Aleksandr Isaevich', 'Solzhenitsyn Alexander',
    'Александр Солженицын', 'solzh alex'),
  ...all('people/vladimir-bukovsky', 'Буковский', 'Bukovsky', 'Bukowski', 'Boukovski', 'Bukovskij', 'bukovsky vladimir', 'Wladimir Bukowski', 'bukovksy',
    'Константинович', 'ukovsky', 'kbuovsky'),
  ...all('people/andrei-sakharov', 'Сахаров', 'Sakharov', 'Sacharow', 'Sakharof', 'Андрей Дмитриевич', 'Saharov', 'Sakarov'),
  ...all('people/petro-grigorenko', 'Григоренко', 'Grigorenko', 'Hryhorenko', 'Петро Григорович', 'Pyotr Grigorenko', 'Piotr Grigorenko', 'Grogorenko'),
  ...all('people/frantsishak-alyakhnovich', 'Аляхновіч', 'Олехнович', 'Alyakhnovich', 'Olechnowicz', 'Alachnovič', 'Францішак', 'Franciszek'),
  ...all('people/vaclav-havel', 'Havel', 'Гавел', 'Václav', 'vaclav', 'Hawel', 'ahvel'),
  ['Chavol', 'people/vaclav-havel', 2],
  ...all('people/raoul-wallenberg', 'Wallenberg', 'Валленберг', 'Valenberg', 'Raoul', 'Рауль'),
  ...all('people/carl-von-ossietzky', 'Ossietzky', 'Осецкий', 'Karl Ossietzky', 'Osietzki'),
  ...all('people/vasyl-stus', 'Стус', 'Wasyl Stus', 'Vasil Stus', 'Семёнович'),
  ...all('people/anatoly-marchenko', 'Марченко', 'Martschenko', 'Marčenko', 'Анатолій', 'Tikhonovich', 'Tichonowitsch'),
  ...all('people/nelson-mandela', 'Мандела', 'mandella', 'mnadela', 'Madiba', 'Холилала'),
  ...all('people/p-4k7m2x', 'Подросток', 'Teenager', 'teenagre'),
  ['Колония Примерный', 'people/sample-colony', 2],
  ...all('facilities/sample-ik', 'Примерный', 'IK-00 Primerny', 'ик00 примерный'),
  ...all('facilities/perm-36', 'Perm-36', 'Пермь 36', 'perm36'),
  ...all('facilities/solovki', 'Соловки', 'Solovki', 'Соловецкий лагерь'),
  ...all(null, 'Qwertz', 'Солженицын Мандела', 'пермь 37', 'ь', '—'),
];

/// Parts of the script, what would be wrong, and the query or story that must notice it.
const FAULTS = [
  ['forgives nothing', /return 2 \+ whole;/, 'return Infinity;', 'solzhentisyn'],
  ['knows no turned letters', 'if (turned)', 'if (false)', 'ahvel'],
  ['does not think of other languages', '...tables.perhaps.filter', '...[].filter', 'Chavol'],
  ['reads one alphabet', 'if (tables.letters.has(c))', 'if (false)', 'Солженицын'],
  ['keeps marks', "if (tables.marks.test(c)) return '';", '', 'Sołżenicyn'],
  ['does not fold', 'word = word.split(from).join(to)', 'word = word', 'Olechnowicz'],
  ['forgets other spellings', "...more.split(' ')", '', 'Madiba'],
  ['forgets places', ', by };', ', by: [] };', 'Колония Примерный'],
  ['wants words in order', 'query.reduce((sum, word) => sum + misfit(word, line)',
    'query.reduce((sum, word, at) => sum + misfit(word, { words: [line.words[at]], by: [] })', 'Solzhenitsyn Alexander'],
  ['looks at one word only', 'query.reduce((sum', 'query.slice(0, 1).reduce((sum', 'Солженицын Мандела'],
  ['is silent about what is lost', "[say('failed')]", '[]', 'a lost part'],
  ['takes a torn file for a whole one', 'done(heard.has(name));', 'heard.add(name); done(true);', 'a lost part'],
  ['does not ask again', 'asked.delete(name);', '', 'a part that comes later'],
  ['asks at once', "part('here').hidden = false;", "part('here').hidden = false; ask('list', '');", 'requests'],
  ['loads everything', 'const FILES = 3, MORE = 6', 'const FILES = 999, MORE = 999', 'few files'],
  ['never looks further', 'MORE = 6', 'MORE = 0', 'people of a crowd'],
  ['looks anywhere', 'return near(word[0]).sort', 'return [...shards].sort', 'few files'],
  ['stores what is typed', 'const mine = ++turn', "localStorage.setItem('q', part('field').value); const mine = ++turn", 'requests'],
];

/// How long an answer is waited for, in milliseconds; less for one that a planted fault keeps away.
let patience = 5000;

const browser = await launch();
try {
  const crowd = crowded(program, resolve(import.meta.dirname, '../../content'), join(scratch, 'crowd'));
  for (const [name, tree] of [['demonstration', demo], ['crowd', crowd]]) results.check(`${name}: sizes`, sizes(tree));
  await everyWay(demo, 'demonstration', async (base, way) => {
    for (const lang of ['ru', 'en']) {
      await onPage(base, lang, async (page) => {
        for (const [query, ...wanted] of QUERIES) results.check(`${way} ${lang}: \`${query}\``, await finds(page, query, ...wanted));
      });
    }
    results.check(`${way}: the table of spellings`, await onPage(base, 'en', folding));
    results.check(`${way}: requests`, await requests(base));
    results.check(`${way}: the keyboard`, await onPage(base, 'en', keyboard));
    results.check(`${way}: without scripts`, await scriptless(base));
  });
  await everyWay(crowd, 'crowd', async (base, way) => {
    results.check(`${way}: people of a crowd`, await people(base));
    results.check(`${way}: few files`, await few(base));
  });
  results.check('a lost part', await lost(demo));
  results.check('a part that comes later', await later(demo));
  patience = 1500;
  for (const fault of FAULTS) results.check(`a script that ${fault[0]} is found`, await planted(fault, crowd));
  results.check('an index that lacks somebody is found', await lacking());
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
results.done();

function all(first, ...queries) {
  return queries.map((query) => [query, first]);
}

function sizes(tree) {
  const own = files(tree).filter((file) => /\/search\/[^/]*\.js$/.test(file));
  const size = (file) => ({ file, raw: read(tree, file).length && readFileSync(join(tree, file)).length, gzip: gzipSync(readFileSync(join(tree, file)), { level: 9 }).length });
  const weighed = own.map(size), script = size('search.js');
  const largest = (unit) => Math.max(...weighed.map((each) => each[unit]));
  console.log(`search.js ${script.gzip} gzip; ${own.length} files, the largest ${largest('raw')} raw, ${largest('gzip')} gzip`);
  const over = weighed.filter(({ raw, gzip }) => raw > RAW || gzip > FILE).map((each) => JSON.stringify(each));
  return [...over, ...(script.gzip > SCRIPT ? [`search.js has ${script.gzip} bytes`] : []), ...(own.length < 3 ? ['there is no index'] : [])];
}

async function everyWay(tree, name, work) {
  const server = await host(tree);
  await Promise.all([work(server.base, `${name}, http`), work(pathToFileURL(`${tree}/`).href, `${name}, file`)]);
  server.stop();
}

async function onPage(base, lang, work, { scripts = true } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  page.asked = [];
  page.errors = [];
  page.on('request', (request) => request.url().startsWith('data:') || page.asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && page.errors.push(message.text()));
  page.on('pageerror', (error) => page.errors.push(error.message));
  await page.goto(`${base}${lang}/search.html`);
  const done = await work(page);
  await context.close();
  return done;
}

/// Types, and waits for what is said.
async function type(page, query) {
  for (const text of ['', query]) {
    await page.fill('#search_field', text);
    await page.press('#search_field', 'Enter');
    const isDone = (typed) => {
      const said = [...document.querySelectorAll('#search_said > *')].map((line) => line.dataset.say);
      return typed ? said.length > 0 && !said.includes('working') : said.length === 0;
    };
    await page.waitForFunction(isDone, text, { timeout: patience, polling: 10 }).catch(() => {});
  }
  return {
    said: await page.$$eval('#search_said > *', (lines) => lines.map((line) => line.dataset.say).join()),
    found: await page.$$eval('#search_people > li > a', (links) => links.map((link) => link.getAttribute('href').replace(/\.html$/, ''))),
  };
}

async function finds(page, query, first, within = 1) {
  const { said, found } = await type(page, query);
  const wanted = first ? found.slice(0, within).includes(first) : found.length === 0 && /none|short/.test(said);
  return [...(wanted ? [] : [`found ${found.slice(0, 4)} (${said}), not ${first ?? 'nobody'}`]), ...page.errors.splice(0)];
}

async function folding(page) {
  await type(page, 'an');
  const table = readFileSync(join(import.meta.dirname, 'folding.txt'), 'utf8').trim().split('\n').filter((line) => !line.startsWith('#'));
  const lines = table.map((line) => line.split(' | '));
  const folded = await page.evaluate((lines) => lines.map((line) => line.slice(1).map((text) => fold(text).join(' '))), lines);
  return lines.flatMap(([expected, ...texts], at) => texts.flatMap((text, n) => (folded[at][n] === expected ? [] : [`${text}: ${folded[at][n]}, not ${expected}`])));
}

/// Nothing is asked for before somebody types; then only files of this site; nothing is kept.
async function requests(base) {
  return onPage(base, 'en', async (page) => {
    await page.focus('#search_field');
    await page.waitForTimeout(400);
    const before = page.asked.filter((url) => !/\/(search\.html|search\.js)$/.test(url));
    const first = await type(page, 'Solzhenitsyn');
    const others = page.asked.filter((url) => !url.startsWith(base));
    const query = page.asked.filter((url) => /solzhen|solzen|\?/i.test(url));
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie.length].join());
    return [
      ...before.map((url) => `asked before anybody typed: ${url}`),
      ...others.map((url) => `asked elsewhere: ${url}`),
      ...query.map((url) => `says too much: ${url}`),
      ...(kept === '0,0,0' ? [] : [`kept: ${kept}`]),
      ...(page.url() === `${base}en/search.html` ? [] : [`the address is ${page.url()}`]),
      ...(first.found.length ? [] : ['nobody was found']),
    ];
  });
}

async function keyboard(page) {
  await page.keyboard.press('Tab');
  for (let n = 0; n < 30 && (await page.evaluate(() => document.activeElement.id)) !== 'search_field'; n++) await page.keyboard.press('Tab');
  await page.keyboard.type('havel');
  await page.waitForSelector('#search_people > li > a', { timeout: 5000 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/people\/vaclav-havel\.html$/, { timeout: 5000 }).catch(() => {});
  return page.url().endsWith('/en/people/vaclav-havel.html') ? [] : [`it leads to ${page.url()}`];
}

async function scriptless(base) {
  const look = async (page) => {
    const seen = { notice: await page.isVisible('#search_no_script'), field: await page.isVisible('#search_field') };
    const lists = await page.locator('main section a').count();
    return seen.notice && !seen.field && lists > 8 ? [] : [JSON.stringify({ ...seen, lists })];
  };
  return onPage(base, 'en', look, { scripts: false });
}

/// Every so many of a crowd, by whole names, in another alphabet, with a slip, by a common given
/// name and the beginning of the other. Each on a page that has heard of nobody yet.
async function people(base, every = 61) {
  const faults = [];
  for (const { id, ru, en } of CROWD.filter((_, at) => at % every === 0)) {
    await onPage(base, 'ru', async (page) => {
      const middle = en.surname.length >> 1;
      const slip = en.surname.slice(0, middle) + en.surname.slice(middle + 1);
      const turned = ru.surname[1] + ru.surname[0] + ru.surname.slice(2);
      const exact = [`${ru.given} ${ru.surname}`, `${en.surname} ${en.given}`, ru.surname];
      const near = [turned, `${slip} ${en.given}`, `${ru.given} ${ru.surname.slice(0, -2)}`];
      for (const query of [...near, ...exact]) {
        const { found, said } = await type(page, query);
        const isThere = found.slice(0, exact.includes(query) ? 1 : 10).includes(`people/${id}`);
        if (!isThere) faults.push(`\`${query}\` finds ${found.slice(0, 3)} (${said}), not ${id}`);
      }
      faults.push(...page.errors);
    });
  }
  return faults;
}

/// What is typed letter by letter costs few files of the many.
async function few(base) {
  return onPage(base, 'ru', async (page) => {
    const { ru } = CROWD[200];
    for (let end = 2; end <= 6; end++) await type(page, ru.surname.slice(0, end));
    await type(page, ru.surname);
    const parts = page.asked.filter((url) => /\/search\/p[^/]*\.js$/.test(url)).length;
    const common = await type(page, 'Алексей');
    const more = page.asked.filter((url) => /\/search\/p[^/]*\.js$/.test(url)).length - parts;
    return [
      ...(parts <= 4 && parts > 0 ? [] : [`${parts} files for a surname`]),
      ...(more <= 3 ? [] : [`${more} files for a common name`]),
      ...(common.said === 'many' && common.found.length === 40 ? [] : [`a common name: ${common.said}, ${common.found.length}`]),
    ];
  });
}

function isPart(path) {
  return /^en\/search\/p/.test(path);
}

/// Files that do not come, come torn, or are a host's own page: it is said, and nothing breaks.
async function lost(tree) {
  const faults = [];
  const ways = {
    gone: () => null,
    torn: (bytes) => bytes.subarray(0, bytes.length >> 1),
    'a page in its place': () => Buffer.from('<!doctype html><title>Blocked</title>'),
  };
  for (const [name, way] of Object.entries(ways)) {
    for (const which of [isPart, (path) => /^en\/search\/list/.test(path)]) {
      const server = await host(tree, { answer: (path, bytes) => (which(path) ? way(bytes) : bytes) });
      const { said, found } = await onPage(server.base, 'en', (page) => type(page, 'havel'));
      if (said !== 'failed' || found.length) faults.push(`${name}: says ${said}`);
      server.stop();
    }
  }
  return faults;
}

async function later(tree) {
  let isDown = true;
  const server = await host(tree, { answer: (path, bytes) => (isDown && isPart(path) ? null : bytes) });
  const { said, found } = await onPage(server.base, 'en', async (page) => {
    await type(page, 'havel');
    isDown = false;
    return type(page, 'havel');
  });
  server.stop();
  return found[0] === 'people/vaclav-havel' ? [] : [`says ${said}, finds ${found}`];
}

/// A copy of a site with another script.
async function planted([, from, to, noticed], crowd) {
  const tree = ['few files', 'people of a crowd'].includes(noticed) ? crowd : demo;
  const script = read(tree, 'search.js');
  const changed = script.replace(from, () => to);
  if (changed === script) throw new Error(`the script does not hold ${from}`);
  const copy = join(scratch, 'broken');
  rmSync(copy, { recursive: true, force: true });
  cpSync(tree, copy, { recursive: true });
  writeFileSync(join(copy, 'search.js'), changed);
  const base = pathToFileURL(`${copy}/`).href;
  const stories = { requests, 'few files': few, 'people of a crowd': (base) => people(base, 200) };
  const served = { 'a lost part': lost, 'a part that comes later': later };
  const [, ...wanted] = QUERIES.find(([query]) => query === noticed) ?? [];
  const found = await (stories[noticed]?.(base) ?? served[noticed]?.(copy) ?? onPage(base, 'en', (page) => finds(page, noticed, ...wanted)));
  return found.length > 0 ? [] : ['it is not'];
}

/// An index from which one line was taken.
async function lacking() {
  const copy = join(scratch, 'lacking');
  cpSync(demo, copy, { recursive: true });
  const paths = files(copy).filter((path) => isPart(path) && read(copy, path).includes('"people/vaclav-havel"'));
  for (const path of paths) writeFileSync(join(copy, path), read(copy, path).replace(/\["people\/vaclav-havel"[^\]]*\],?/, ''));
  const found = await onPage(pathToFileURL(`${copy}/`).href, 'en', (page) => finds(page, 'Havel', 'people/vaclav-havel'));
  return paths.length > 0 && found.length > 0 ? [] : ['it is not'];
}
