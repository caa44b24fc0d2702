// The service worker. It acts only for a reader who has pressed the button on
// keep.html. It shows nothing that is not in a list which a trusted key has
// signed, wherever the bytes come from, and never goes back to an older release.
// Any page of this host can write into the cache: what is kept is believed no
// more than what a host sends.

const HOME = new URL('./', location.href).href;
const KEPT = `kept ${HOME}`; // The one cache: files and lists by hash, and the proof of the release that is kept.
// In milliseconds: for the next bytes; for a file; of work at a time, as browsers
// end a worker that is busy for five minutes; between signs of life; between looks for news.
const PATIENCE = 20000, LONGEST = 200000, PORTION = 30000, BEAT = 2000, PAUSE = 3600000;
const TYPES = { html: 'text/html; charset=utf-8', txt: 'text/plain; charset=utf-8', js: 'text/javascript; charset=utf-8',
  json: 'application/json', xml: 'application/xml', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg',
  webp: 'image/webp', avif: 'image/avif' };
const IN_KEYS = 'keys/\\d+\\.(txt|[0-9a-f]{16}\\.minisig)', SIGNED = 'SHA256SUMS|(mirrors|release)\\.txt|release\\.txt\\.minisig';
const CONTROL = new RegExp(`^((r/\\d+/)?(${SIGNED}|${IN_KEYS})|bundle/(site\\.(zip|car|torrent)|bundles\\.txt(\\.minisig)?))$`);

let pinned; // What the build has put into this file: the key set in force, languages, notices.
let kept; // The release that is kept, once it was read and believed: facts, files by path, mirrors.
let loading = null; // The reading of it, while it goes on.
let claimed = 0; // The number of a release that is kept and cannot be believed.
let job = null; // The release that is being fetched, from one portion of work to the next.
let running = null; // The portion that is worked on.
let forgotten = false; // The reader has pressed "forget": nothing is written any more.
let generation = 0; // Counts these presses: what began before one has no say after it.

function begin(data) {
  pinned = { ...data, set: parseKeys('keys', encode(data.keys)) };
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  const orders = { keep, on, forget, status };
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

const encode = (text) => new TextEncoder().encode(text);
const address = (name) => `${HOME}?kept=${name}`;
const shuffled = (list) => list.map((one) => [Math.random(), one]).sort().map(([, one]) => one);
const fetched = (url, signal) => fetch(url, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', signal });

// The bytes at an address, if they are no more than there should be and keep
// coming: a slow line has time, a host that never ends has not.
async function download(url, largest) {
  const control = new AbortController(), stop = () => control.abort();
  const whole = setTimeout(stop, Math.min(LONGEST, PATIENCE + 2 * largest));
  let next = setTimeout(stop, PATIENCE);
  try {
    const response = await fetched(url, control.signal);
    if (!response.ok) throw new Error(`${response.status}`);
    const reader = response.body.getReader();
    const parts = [];
    for (let size = 0, part; !(part = await reader.read()).done; parts.push(part.value)) {
      size += part.value.length;
      if (size > largest) throw new Error('too large');
      clearTimeout(next);
      next = setTimeout(stop, PATIENCE);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } finally {
    clearTimeout(next);
    clearTimeout(whole);
    stop();
  }
}

async function stored(name) {
  if (!(await caches.has(KEPT))) return undefined;
  const found = await (await caches.open(KEPT)).match(address(name));
  return found && new Uint8Array(await found.arrayBuffer());
}

async function store(mine, name, bytes) {
  if (forgotten || mine !== generation) throw new Error('forgotten');
  await (await caches.open(KEPT)).put(address(name), new Response(bytes));
  if (forgotten) await caches.delete(KEPT);
}

// What was signed, with the signature, and the key sets after the pinned one. It is
// one entry of the cache, so that it is never half of one release and half of another.
async function proof() {
  const found = await stored('proof');
  if (!found) return null;
  const { release, signature, keys } = JSON.parse(utf8(found, 1e6));
  claimed = Number(RELEASE.exec(release)?.groups.sequence ?? 0);
  const files = new Map(Object.entries(keys).map(([name, text]) => [name, encode(text)]));
  return { bytes: encode(release), signature: encode(signature), files, sets: onward(files, pinned.set) };
}

function proofText({ bytes, signature, files }) {
  const text = (file) => utf8(file, Infinity);
  const keys = Object.fromEntries([...files].map(([name, file]) => [name, text(file)]));
  return encode(JSON.stringify({ release: text(bytes), signature: text(signature), keys }));
}

// The release that is kept; none before the first was fetched whole. It throws if
// something is kept that cannot be believed.
async function current() {
  if (forgotten || kept) return kept;
  loading ??= load().finally(() => { loading = null; });
  return loading;
}

async function load() {
  const mine = generation, found = await proof();
  if (!found) return undefined;
  const release = believed(found);
  const [sums, mirrors] = await Promise.all([release.files, release.mirrors].map(stored));
  const all = understood({ ...release, digest: sha256(found.bytes) }, sums, mirrors);
  if (mine === generation) kept = all;
  return all;
}

// A newer worker may know only key sets after that of the release: the newest decides.
const believed = ({ sets, bytes, signature }) => authenticate({ sets, hasOlder: true }, bytes, signature);

function understood(release, sums, mirrors) {
  if (!sums || sha256(sums) !== release.files) throw new Distrust('document', { name: 'SHA256SUMS' });
  if (!mirrors || sha256(mirrors) !== release.mirrors) throw new Distrust('document', { name: 'mirrors.txt' });
  return { ...release, sums: parseSums(sums), urls: parseMirrors(mirrors) };
}

// Addresses that this browser can ask: without Tor, the name of an onion service
// would only tell those who watch the line what is read here.
function parseMirrors(bytes) {
  const isOnion = (url, kind) => kind === 'onion' || new URL(url).hostname.endsWith('.onion');
  const lines = utf8(bytes, 1e5).split('\n').map((line) => line.split(' | ')).filter(([url]) => /^https?:.*\/$/.test(url));
  return lines.filter(([url, kind]) => location.hostname.endsWith('.onion') || !isOnion(url, kind)).map(([url]) => url);
}

// Bytes with a hash: kept, or from the first host that has them.
async function genuine(digest, path, largest, bases, keep) {
  const own = await stored(digest).catch(() => null);
  if (own && sha256(own) === digest) return own;
  for (const base of bases) {
    const bytes = await download(base + path, largest).catch(() => null);
    if (!bytes || sha256(bytes) !== digest) continue;
    await keep(digest, bytes);
    return bytes;
  }
  return null;
}

const bases = ({ urls }) => [HOME, ...shuffled(urls)];
const languageOf = (path) => pinned.languages.find((lang) => path.startsWith(`${lang}/`)) ?? pinned.languages[0];

async function answer(request, wanted) {
  const path = wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted;
  let release;
  try {
    release = await current();
  } catch {
    return unbelieved(request, path);
  }
  if (!release) return fetch(request);
  const other = [`${path}.html`, `${path}/index.html`].find((path) => release.sums.has(path));
  if (!release.sums.has(path) && other) return Response.redirect(HOME + other);
  if (release.sums.has(path) || !CONTROL.test(path)) return page(release, request, path);
  const found = await control(path).catch(() => null);
  return found?.ok ? found : page(release, request, '404.html');
}

async function page(release, request, path) {
  const mine = generation, found = release.sums.has(path) ? path : '404.html';
  // A page that was found genuine is shown, even if there is no room to keep it.
  const keep = (digest, bytes) => store(mine, digest, bytes).catch(() => {});
  const bytes = await genuine(release.sums.get(found), found, release.largest, bases(release), keep);
  if (bytes) return shown(release, found, bytes, found === path && path !== '404.html' ? 200 : 404);
  const mirrors = `${languageOf(path)}/mirrors.html`;
  return request.mode === 'navigate' && found !== mirrors ? Response.redirect(HOME + mirrors) : Response.error();
}

function shown({ expires }, path, bytes, status) {
  const type = TYPES[path.split('.').pop()] ?? 'application/octet-stream';
  const isOld = path.endsWith('.html') && !(Date.now() < Date.parse(expires));
  const body = isOld ? withNotice(utf8(bytes, Infinity), expires.slice(0, 10)) : bytes;
  return new Response(body, { status, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } });
}

// A control file of this host. The list does not protect it, so it comes as text or
// as a download, whatever the host calls it: a page in its place could do all
// that the site's own pages can.
async function control(path) {
  const response = await fetched(HOME + path);
  const type = /\.(zip|car|torrent)$/.test(path) ? 'application/octet-stream' : TYPES.txt;
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'" };
  return new Response(response.body, { status: response.status, headers });
}

// Something is kept that cannot be believed. Nothing of this host passes for it but
// the page on which the reader can keep a copy anew, or forget this one.
async function unbelieved(request, path) {
  const lang = languageOf(path), keep = `${lang}/keep.html`;
  if ([keep, 'keep.js'].includes(path)) return fetch(request);
  if (CONTROL.test(path)) return control(path);
  if (request.mode !== 'navigate') return Response.error();
  const { title, text } = pinned.unbelieved[lang];
  const body = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">`
    + `<title>${title}</title><h1>${title}</h1><p>${text}</p><p><a href="${HOME}${keep}">${title}</a></p>`;
  return new Response(body, { status: 503, headers: { 'content-type': TYPES.html, 'content-security-policy': "default-src 'none'" } });
}

// A page of an expired release, with a notice in its own language on top.
function withNotice(page, date) {
  const lang = /<html lang="([^"]*)"/.exec(page)?.[1];
  const text = (pinned.expired[lang] ?? pinned.expired[pinned.languages[0]]).replace('{date}', date);
  return page.replace(/<main[^>]*>|<body[^>]*>(?![^]*<main)/, (tag) => `${tag}<p class="notice">${text}</p>`);
}

// What a host offers: a release that a trusted key has signed, or why it is none.
const offer = (base) => offered(base).catch((fault) => ({ base, fault }));

async function offered(base) {
  const file = (name, largest) => download(base + name, largest);
  const bytes = await file('release.txt', 4096);
  const signature = await file('release.txt.minisig', 1024);
  const named = Number(parse('release.txt', bytes, 4096, RELEASE).set);
  const found = { base, bytes, signature, digest: sha256(bytes), ...(await rotations(named, file)) };
  return { ...found, release: believed(found) };
}

// The key sets from the newest that was ever trusted here to that of a release, a few
// rotations later at most: a thief of an older release key cannot go back behind the
// set that has revoked it.
async function rotations(named, file) {
  const own = await proof().catch(() => null);
  const files = new Map(own?.files), set = own?.sets.at(-1) ?? pinned.set;
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
  return { files, sets: onward(files, pinned.set) };
}

// What hosts offer. The reader's own host is asked first, others only when it has
// nothing better than what is kept, or when all are to be asked.
async function offers(urls, atLeast, all) {
  const found = [await offer(HOME)], others = shuffled(urls.filter((url) => url !== HOME));
  if (all) return [...found, ...(await Promise.all(others.map(offer)))];
  for (const url of others) {
    if (found.at(-1).release?.sequence >= atLeast) break;
    found.push(await offer(url));
  }
  return found;
}

// How many other mirrors can help, how many do not answer, and which lie.
function counted(found) {
  const others = found.filter(({ base }) => base !== HOME);
  const liars = others.filter(({ fault }) => fault instanceof Distrust).map(({ base }) => base);
  const usable = others.filter(({ release }) => release).length;
  return { usable, unusable: others.length - usable - liars.length, liars: liars.join(' ') };
}

// Why nothing is taken over, or nothing. Two releases of one number, both signed,
// are what a stolen key can make.
function refusal(old, floor, found, best) {
  if (!best) return found[0].fault instanceof Distrust ? 'refused' : 'failed';
  if (best.release.sequence < floor) return 'older';
  const same = [...found, { release: old, digest: old?.digest }].filter(({ release }) => release?.sequence === best.release.sequence);
  return new Set(same.map(({ digest }) => digest)).size > 1 ? 'twin' : '';
}

// A release to fetch, or what there is to say instead. By itself the worker does not go
// behind a release that it cannot believe; the reader may.
async function begun(all, isPressed) {
  const old = await current().catch(() => null);
  const floor = old?.sequence ?? (isPressed ? 0 : claimed);
  const found = await offers(old?.urls ?? [], floor, all), counts = counted(found);
  const best = found.filter(({ release }) => release).sort((a, b) => b.release.sequence - a.release.sequence)[0];
  const why = refusal(old, floor, found, best);
  if (why) return { end: { say: why, sequence: best?.release.sequence, ...counts } };
  const next = await complete(best);
  return { old, best, next, counts, files: next.sums.size, paths: [...next.sums.keys()], done: 0, missing: 0, isFull: false };
}

// A release with its lists, from the host that offered it.
async function complete({ base, digest, release }) {
  const mine = generation, keep = (digest, bytes) => store(mine, digest, bytes);
  const sums = await genuine(release.files, 'SHA256SUMS', Number(release.filesBytes), [base], keep);
  const mirrors = await genuine(release.mirrors, 'mirrors.txt', Number(release.mirrorsBytes), [base], keep);
  return understood({ ...release, digest }, sums, mirrors);
}

// Works on a newer release for a while; whoever asks meanwhile waits for the same.
function advance(all, isPressed) {
  const own = running ?? step(all, isPressed).finally(() => { if (running === own) running = null; });
  running = own;
  return own;
}

// Takes over a newer release once all its files are here; until then the one
// that is kept stays. Returns what there is to say.
async function step(all, isPressed) {
  const mine = generation, it = job ?? (await begun(all, isPressed));
  if (mine !== generation) throw new Error('forgotten');
  job = it;
  if (!it.end) await portion(it, mine);
  if (it.paths?.length) return { more: true, done: it.done };
  job = null;
  if (it.end) return it.end;
  if (it.missing) return { say: it.isFull ? 'full' : 'failed', ...it.counts };
  await store(mine, 'proof', proofText(it.best));
  if (mine !== generation) throw new Error('forgotten');
  kept = it.next;
  await tidy(kept);
  return { ...facts(it.next), ...(it.old ? it.counts : counted(await offers(it.next.urls, 0, true))) };
}

// Fetches what is not kept yet, four files at once.
async function portion(it, mine) {
  const end = Date.now() + PORTION, { next } = it;
  const keep = (digest, bytes) => store(mine, digest, bytes);
  const one = async (path) => {
    const bytes = await genuine(next.sums.get(path), path, next.largest, bases(next), keep).catch((fault) => {
      it.isFull ||= fault.name === 'QuotaExceededError';
    });
    it.missing += bytes ? 0 : 1;
    it.done++;
  };
  const work = async () => {
    do await one(it.paths.pop()); while (it.paths.length && Date.now() < end && mine === generation);
  };
  await Promise.all(Array.from({ length: Math.min(4, it.paths.length) }, work));
}

const facts = ({ sequence, created, expires }) => ({ say: 'kept', sequence, created, expires });

// Only files of the release that is kept stay.
async function tidy(release) {
  const cache = await caches.open(KEPT);
  const wanted = new Set(['asked', 'proof', release.files, release.mirrors, ...release.sums.values()].map(address));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

// The reader's press: also instead of what cannot be believed.
async function keep(tell) {
  forgotten = false;
  await caches.open(KEPT);
  await go(tell);
}

// The next portion. It does not bring back what the reader has forgotten.
async function on(tell) {
  if (forgotten || !(await caches.has(KEPT))) tell({ say: 'forgotten' });
  else await go(tell);
}

async function go(tell) {
  const mine = generation, say = (message) => { if (mine === generation) tell(message); };
  const beat = setInterval(() => say(job?.files ? working(job) : {}), BEAT);
  say(await advance(true, true).catch(() => ({ say: 'failed' })).finally(() => clearInterval(beat)));
}

// In steps of a tenth, as it is read aloud.
function working({ done, files }) {
  return { say: 'working', done: done - (done % Math.ceil(files / 10)), files };
}

async function status(tell) {
  const mine = generation;
  const message = await current().then((release) => (release ? facts(release) : {}), () => ({ say: 'unbelieved' }));
  if (mine === generation) tell(message);
}

async function forget(tell) {
  generation++;
  forgotten = true;
  kept = undefined;
  job = running = loading = null;
  claimed = 0;
  await caches.delete(KEPT);
  await registration.unregister();
  tell({ say: 'forgotten' });
}

async function lookForNews() {
  const mine = generation, release = await current().catch(() => null);
  const asked = Number(utf8((await stored('asked').catch(() => null)) ?? [], 20));
  const isSoon = release && !job && Date.now() - asked < PAUSE;
  if (release === undefined || isSoon) return;
  await store(mine, 'asked', encode(Date.now())).catch(() => {});
  await advance(!(Date.now() < Date.parse(release?.expires)), false).catch(() => {});
}
