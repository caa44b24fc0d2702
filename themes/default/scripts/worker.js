// The service worker. It acts only for a reader who has pressed the button on
// keep.html. It shows nothing that is not in a list which a trusted key has
// signed, wherever the bytes come from, and never goes back to an older release.

const HOME = new URL('./', location.href).href;
const KEPT = `kept ${HOME}`; // The one cache: files by hash, and the documents of the release that is kept.
const DOCUMENTS = ['release.txt', 'SHA256SUMS', 'mirrors.txt'];
const PATIENCE = 20000, PAUSE = 3600000; // In milliseconds: for an answer, and between looks for news.
const TYPES = { html: 'text/html; charset=utf-8', txt: 'text/plain; charset=utf-8', js: 'text/javascript; charset=utf-8',
  json: 'application/json', xml: 'application/xml', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg',
  webp: 'image/webp', avif: 'image/avif' };

let pinned; // What the build has put into this file: the key set in force, languages, a notice.
let kept; // The release that is kept, once it was read: release, files by path, mirrors.
let forgotten = false; // The reader has pressed "forget": nothing is written any more.

function begin(data) {
  pinned = { ...data, set: parseKeys('keys', new TextEncoder().encode(data.keys)) };
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  const orders = { keep, forget, status };
  addEventListener('message', (event) => {
    const [port] = event.ports;
    event.waitUntil(orders[event.data]?.((message) => port.postMessage(message)));
  });
  addEventListener('fetch', (event) => {
    const { request } = event, path = request.url.split(/[?#]/)[0];
    if (request.method !== 'GET' || !path.startsWith(HOME)) return;
    event.respondWith(answer(request, path.slice(HOME.length)));
    if (request.mode === 'navigate') event.waitUntil(lookForNews());
  });
}

const address = (name) => `${HOME}?kept=${name}`;
const shuffled = (list) => list.map((one) => [Math.random(), one]).sort().map(([, one]) => one);

// The bytes at an address, if they are no more than there should be.
async function download(url, largest) {
  const response = await fetch(url, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${response.status}`);
  const reader = response.body.getReader();
  const parts = [];
  for (let size = 0, part; !(part = await reader.read()).done; parts.push(part.value)) {
    size += part.value.length;
    if (size > largest) {
      await reader.cancel();
      throw new Error('too large');
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function stored(name) {
  if (!(await caches.has(KEPT))) return undefined;
  const found = await (await caches.open(KEPT)).match(address(name));
  return found && new Uint8Array(await found.arrayBuffer());
}

async function store(name, bytes) {
  if (forgotten) throw new Error('forgotten');
  await (await caches.open(KEPT)).put(address(name), new Response(bytes));
}

// The release that is kept; none before the reader has asked for it.
async function current() {
  if (forgotten || kept || !(await caches.has(KEPT))) return kept;
  const [release, sums, mirrors] = await Promise.all(DOCUMENTS.map(stored));
  if (release && sums && mirrors) kept = understood(parse('release.txt', release, 4096, RELEASE), sums, mirrors);
  return kept;
}

function understood(release, sums, mirrors) {
  if (sha256(sums) !== release.files) throw new Distrust('document', { name: 'SHA256SUMS' });
  if (sha256(mirrors) !== release.mirrors) throw new Distrust('document', { name: 'mirrors.txt' });
  const urls = utf8(mirrors, 1e5).split('\n').map((line) => line.split(' | ')[0]).filter((url) => /^https?:.*\/$/.test(url));
  return { ...release, sequence: Number(release.sequence), sums: parseSums(sums), urls };
}

// A file of a release: kept, or from this host, or from any other mirror.
async function genuine(release, path) {
  const digest = release.sums.get(path);
  const own = await stored(digest);
  if (own && sha256(own) === digest) return own;
  for (const base of [HOME, ...shuffled(release.urls)]) {
    const bytes = await download(base + path, release.largest).catch(() => null);
    if (!bytes || sha256(bytes) !== digest) continue;
    await store(digest, bytes);
    return bytes;
  }
  return null;
}

async function answer(request, wanted) {
  const release = await current().catch(() => null);
  if (!release) return fetch(request);
  const path = wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted;
  const isControl = !release.sums.has(path) && /^(SHA256SUMS|(mirrors|release)\.txt|release\.txt\.minisig|(keys|r|bundle)\/.*)$/.test(path);
  if (isControl) return fetch(request);
  const found = release.sums.has(path) ? path : '404.html';
  const bytes = await genuine(release, found);
  if (bytes) return shown(release, found, bytes, found === path ? 200 : 404);
  const language = pinned.languages.find((lang) => path.startsWith(`${lang}/`)) ?? pinned.languages[0];
  return request.mode === 'navigate' && found !== `${language}/mirrors.html`
    ? Response.redirect(`${HOME}${language}/mirrors.html`) : Response.error();
}

function shown({ expires }, path, bytes, status) {
  const type = TYPES[path.split('.').pop()] ?? 'application/octet-stream';
  const isOld = path.endsWith('.html') && !(Date.now() < Date.parse(expires));
  const body = isOld ? withNotice(utf8(bytes, Infinity), expires.slice(0, 10)) : bytes;
  return new Response(body, { status, headers: { 'content-type': type } });
}

// A page of an expired release, with a notice in its own language on top.
function withNotice(page, date) {
  const lang = /<html lang="([^"]*)"/.exec(page)?.[1];
  const text = (pinned.expired[lang] ?? pinned.expired[pinned.languages[0]]).replace('{date}', date);
  return page.replace(/<main[^>]*>|<body[^>]*>(?![^]*<main)/, (tag) => `${tag}<p class="notice">${text}</p>`);
}

// What a host offers: a release that a trusted key has signed.
async function offered(base) {
  const file = (name, largest) => download(base + name, largest);
  const bytes = await file('release.txt', 4096);
  const signature = await file('release.txt.minisig', 1024);
  const named = Number(parse('release.txt', bytes, 4096, RELEASE).set);
  const sets = await rotations(named, file);
  return { base, bytes, keys: sets.at(-1).bytes, release: authenticate({ sets }, bytes, signature) };
}

// The newest key set that was ever trusted here: a thief of an older release key
// cannot go back behind the set that has revoked it.
async function newestSet() {
  const text = await stored('keys');
  const set = text && parseKeys('keys', text);
  return set?.number > pinned.set.number ? set : pinned.set;
}

// The key sets from the newest known one to that of a release, a few rotations later at most.
async function rotations(named, file) {
  const files = new Map(), set = await newestSet();
  let { roots } = set;
  for (let number = set.number + 1; number <= Math.min(named, set.number + 9); number++) {
    files.set(`${number}.txt`, await file(`keys/${number}.txt`, 16384));
    const next = keySet(files, number);
    for (const { id } of [...roots, ...next.roots]) {
      const name = `${number}.${id.toLowerCase()}.minisig`;
      await file(`keys/${name}`, 1024).then((bytes) => files.set(name, bytes), () => {});
    }
    roots = next.roots;
  }
  return onward(files, set);
}

// The newest release on offer. The reader's own host is asked first, others only
// when it has nothing better than what is kept, or when all are to be asked.
async function newest(urls, atLeast, all) {
  const offers = [], counts = { usable: 0, unusable: 0 };
  for (const base of [HOME, ...shuffled(urls).filter((url) => url !== HOME)]) {
    const offer = await offered(base).catch((fault) => (fault instanceof Distrust ? { fault } : null));
    if (base !== HOME) counts[offer ? 'usable' : 'unusable']++;
    if (offer?.release) offers.push(offer);
    if (!all && offer?.release?.sequence >= atLeast) break;
  }
  offers.sort((a, b) => b.release.sequence - a.release.sequence);
  return { offer: offers[0], counts };
}

// Takes over a newer release once all its files are here; until then the one
// that is kept stays. Returns what there is to say.
async function update(tell, all) {
  const old = await current().catch(() => null);
  const { offer, counts } = await newest(old?.urls ?? [], old?.sequence ?? 0, all);
  if (!offer) return { say: 'failed', ...counts };
  const isOlder = old && offer.release.sequence < old.sequence;
  const isOther = old?.sequence === offer.release.sequence && sha256(await stored('release.txt')) !== sha256(offer.bytes);
  if (isOlder || isOther) return { say: 'older', ...counts };
  const next = await complete(offer);
  const missing = await fill(next, tell);
  if (missing) return { say: 'failed', ...counts };
  await store('keys', offer.keys);
  for (const name of DOCUMENTS) await store(name, next.documents[name]);
  kept = next;
  await tidy(next);
  return { ...facts(next), ...(old ? counts : (await newest(next.urls, 0, true)).counts) };
}

const facts = ({ sequence, created, expires }) => ({ say: 'kept', sequence, created, expires });

// A release with its lists, from the host that offered it.
async function complete({ base, bytes, release }) {
  const get = async (name, digest, size) => {
    const own = await stored(name);
    return own && sha256(own) === digest ? own : download(base + name, Number(size));
  };
  const sums = await get('SHA256SUMS', release.files, release.filesBytes);
  const mirrors = await get('mirrors.txt', release.mirrors, release.mirrorsBytes);
  return { ...understood(release, sums, mirrors), documents: { 'release.txt': bytes, SHA256SUMS: sums, 'mirrors.txt': mirrors } };
}

// Fetches what is not kept yet, four files at once; returns how many are missing.
async function fill(release, tell) {
  const paths = [...release.sums.keys()], files = paths.length, tenth = Math.ceil(files / 10);
  let done = 0, missing = 0;
  const work = async () => {
    for (let path; (path = paths.pop()); ) {
      if (!(await genuine(release, path))) missing++;
      if (++done % tenth === 0) tell({ say: 'working', done, files });
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return missing;
}

// Only files of the release that is kept stay.
async function tidy(release) {
  const cache = await caches.open(KEPT);
  const wanted = new Set(['asked', 'keys', ...DOCUMENTS, ...release.sums.values()].map(address));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

async function keep(tell) {
  forgotten = false;
  tell(await update(tell, true).catch(() => ({ say: 'failed' })));
}

async function status(tell) {
  const release = await current().catch(() => null);
  tell(release ? facts(release) : {});
}

async function forget(tell) {
  forgotten = true;
  kept = null;
  await caches.delete(KEPT);
  await registration.unregister();
  tell({ say: 'forgotten' });
}

async function lookForNews() {
  const release = await current().catch(() => null);
  const asked = Number(utf8((await stored('asked').catch(() => null)) ?? [], 20));
  if (!release || Date.now() - asked < PAUSE) return;
  await store('asked', new TextEncoder().encode(Date.now()));
  await update(() => {}, !(Date.now() < Date.parse(release.expires))).catch(() => {});
}

