// The page that checks files which the reader gives it: it asks no host for
// anything, and works saved as one file. Its words stand in the page.

const part = (id) => document.getElementById(`check_${id}`);
const SINGLE = ['release.txt', 'release.txt.minisig', 'SHA256SUMS', 'mirrors.txt'];
const IN_KEYS = /^\d+\.(?:txt|[0-9a-f]{16}\.minisig)$/;

function say(name, values = {}) {
  const line = part('words').content.querySelector(`[data-say="${name}"]`).cloneNode(true);
  const text = line.querySelector('b') ?? line;
  text.textContent = text.textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  part('result').append(line);
}

// A fingerprint or a release key, as typed from a leaflet.
function anchorOf(text) {
  const key = publicKey(text.trim().split('\n').at(-1).trim());
  const fingerprint = text.replace(/[\s:-]/g, '').toLowerCase();
  return key ? { key } : /^[0-9a-f]{64}$/.test(fingerprint) ? { fingerprint } : null;
}

async function read(file) {
  return new Uint8Array(await file.arrayBuffer());
}

// The signed documents among the files, by name; none of them is larger than 50 MB.
async function documents(files) {
  const found = files.filter(({ name, size }) => size <= 5e7 && (SINGLE.includes(name) || IN_KEYS.test(name)));
  return new Map(await Promise.all(found.map(async (file) => [file.name, await read(file)])));
}

async function check() {
  part('result').replaceChildren();
  part('result').ariaBusy = 'true';
  await judge().finally(() => { part('result').ariaBusy = 'false'; });
}

async function judge() {
  const anchor = anchorOf(part('key').value);
  if (!anchor) return say('need-key');
  const files = [...part('files').files], given = await documents(files);
  if (!given.has('release.txt')) return say('need-release');
  try {
    if (anchor.fingerprint) anchor.sets = follow(given, anchor.fingerprint);
    const release = authenticate(anchor, given.get('release.txt'), given.get('release.txt.minisig'));
    reportRelease(release, anchor);
    await reportFiles(release, given, files.filter(({ name }) => !SINGLE.includes(name) && !IN_KEYS.test(name)));
  } catch (fault) {
    if (!(fault instanceof Distrust)) throw fault;
    say('refused');
    say(fault.message, fault.values);
  }
}

function reportRelease(release, { key, sets }) {
  const now = new Date().toISOString(), day = (time) => time.slice(0, 10);
  const { site, sequence, created, expires, id } = release;
  say('signed', { site, sequence, key: id, created: day(created) });
  say(now < expires ? 'fresh' : 'stale', { expires: day(expires), now: day(now) });
  if (key) say('one-key');
  else if (sets.at(-1).expires < day(now)) say('old-keys', { expires: sets.at(-1).expires });
}

async function reportFiles(release, given, others) {
  const isNamed = (name, digest) => {
    const bytes = given.get(name), good = bytes && sha256(bytes) === digest;
    if (bytes) say(good ? 'genuine' : 'changed-file', { name, path: name });
    return good;
  };
  isNamed('mirrors.txt', release.mirrors);
  if (!isNamed('SHA256SUMS', release.files)) return say(others.length ? 'need-sums' : 'only-signature');
  const sums = parseSums(given.get('SHA256SUMS'));
  for (const file of others) reportFile(sums, file.name, file.size <= release.largest ? sha256(await read(file)) : '');
  say('rest');
}

// Files picked by hand have lost their folder: several paths may end in the name.
function reportFile(sums, name, digest) {
  const ends = [...sums.keys()].filter((path) => `/${path}`.endsWith(`/${name}`));
  const same = [...sums.keys()].filter((path) => sums.get(path) === digest);
  const here = same.filter((path) => ends.includes(path));
  if (here.length) say('genuine', { name, path: here.join(', ') });
  else if (ends.length) say('changed-file', { name });
  else if (same.length) say('renamed', { name, path: same.join(', ') });
  else say('stranger', { name });
}

part('tool').hidden = false;
part('go').addEventListener('click', check);
