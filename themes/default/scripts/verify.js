// The page that checks files which the reader gives it: it asks no host for
// anything, and works saved as one file. Its words stand in the page.

const part = (id) => document.getElementById(`check_${id}`);
let picked = []; // All files of all picks.
let lines = []; // What there is to say: name, values.

const say = (name, values = {}) => lines.push([name, values]);

// Lines that name a fault come first: one among many must not be overlooked.
const BAD = ['changed-file', 'stranger', 'unreadable'];

function written([name, values], isQuiet) {
  const line = part('words').content.querySelector(`[data-say="${name}"]`).cloneNode(true);
  const text = line.querySelector('b') ?? line;
  text.textContent = text.textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  if (isQuiet && line.matches('.yes')) line.className = 'facts';
  return line;
}

function show() {
  if (lines[0]?.[0] === 'refused') return put(lines);
  const bad = lines.filter(([name]) => BAD.includes(name)), others = lines.filter(([name]) => !BAD.includes(name));
  const count = bad.filter(([name]) => name !== 'unreadable').length;
  const files = count + lines.filter(([name]) => name === 'genuine' || name === 'renamed').length;
  const summary = count ? [['some-bad', { count, files }]] : [];
  put([...summary, ...bad, ...others], bad.length > 0);
}

const put = (lines, isQuiet) => part('result').replaceChildren(...lines.map((line) => written(line, isQuiet)));

// A fingerprint or a release key, as typed from a leaflet or copied with the lines around it.
function anchorOf(text) {
  const key = publicKey(text.replace(/\s/g, '').slice(-56));
  const fingerprint = text.replace(/[\s:-]/g, '').toLowerCase();
  return key ? { key } : /^[0-9a-f]{64}$/.test(fingerprint) ? { fingerprint } : null;
}

// A file that cannot be read is to be chosen again.
const drop = (file) => { picked = picked.filter((other) => other !== file); };

async function read(file) {
  return new Uint8Array(await file.arrayBuffer());
}

// What a file is, by how it begins: browsers save files under names of their own.
function kindOf(name, start) {
  const [, begins, word] = /^(vestochka-(release|keys) |untrusted comment: |[0-9a-f]{64}  )/.exec(start) ?? [];
  if (begins) return word ?? (begins[0] === 'u' ? 'signature' : 'sums');
  return /^mirrors\b.*txt$/.test(name) ? 'mirrors' : /^(site\.(zip|car|torrent)|bundles\.txt)/.test(name) ? 'archive' : 'page';
}

// A file with what it is, and its bytes if it is a document; none of these is larger than 50 MB.
async function opened(file) {
  const { name } = file;
  try {
    const kind = kindOf(name, await file.slice(0, 80).text());
    return { file, name, kind, bytes: kind !== 'page' && kind !== 'archive' && file.size <= 5e7 ? await read(file) : null };
  } catch {
    drop(file);
    return { file, name, kind: 'unreadable' };
  }
}

// The files of `keys/` under their own names, whatever they were saved as.
function keyFiles(given) {
  const files = new Map();
  for (const { kind, bytes, name } of given) {
    const signature = kind === 'signature' && signatureFile(bytes);
    const [, signed] = / keys=(\d+)$/.exec((signature || {}).comment) ?? [];
    const [, number] = (kind === 'keys' && /\nnumber: (\d+)\n/.exec(utf8(bytes, 16384))) || [];
    if (signed) files.set(`${signed}.${signature.id.toLowerCase()}.minisig`, bytes);
    if (kind === 'keys') files.set(number ? `${number}.txt` : name, bytes);
  }
  return files;
}

async function check() {
  lines = [];
  part('result').ariaBusy = 'true';
  try {
    await judge();
  } catch (fault) {
    const isKnown = fault instanceof Distrust;
    const unread = lines.filter(([name]) => name === 'unreadable');
    lines = [['refused', {}], isKnown ? [fault.message, fault.values] : ['unfinished', {}], ...unread];
  }
  show();
  part('result').ariaBusy = 'false';
}

async function judge() {
  const anchor = anchorOf(part('key').value);
  if (!anchor) return say('need-key');
  const given = await Promise.all(picked.map(opened));
  const releases = given.filter(({ kind, bytes }) => kind === 'release' && bytes);
  given.filter(({ kind }) => kind === 'unreadable').forEach(({ name }) => say('unreadable', { name }));
  if (!releases.length) return say('need-release');
  if (anchor.fingerprint) anchor.sets = follow(keyFiles(given), anchor.fingerprint);
  const { release, used } = signedOne(anchor, releases, given.filter(({ kind }) => kind === 'signature'));
  reportRelease(release, anchor);
  await reportFiles(release, given.filter(({ file }) => !used.includes(file)));
}

// The first pair of release and signature that holds; the newest picks are tried first.
function signedOne(anchor, releases, signatures) {
  let obstacle;
  const forReleases = signatures.filter(({ bytes }) => !/ keys=\d+$/.test(signatureFile(bytes)?.comment));
  for (const release of releases.reverse()) {
    for (const signature of forReleases) {
      try {
        return { release: authenticate(anchor, release.bytes, signature.bytes), used: [release.file] };
      } catch (distrust) {
        obstacle ??= distrust;
      }
    }
  }
  throw obstacle ?? new Distrust('no-signature');
}

function reportRelease(release, { key, sets }) {
  const now = new Date().toISOString(), day = (time) => time.slice(0, 10);
  const { site, sequence, created, expires, id } = release;
  say('signed', { site, sequence, key: id, created: day(created) });
  say(now < expires ? 'fresh' : 'stale', { expires: day(expires), now: day(now) });
  if (key) say('one-key');
  else if (sets.at(-1).expires < day(now)) say('old-keys', { expires: sets.at(-1).expires });
}

// The lists are known by their hashes; the other files are looked up in them.
async function reportFiles(release, given) {
  const find = (digest) => given.find(({ bytes }) => bytes && sha256(bytes) === digest);
  const lists = { SHA256SUMS: find(release.files), 'mirrors.txt': find(release.mirrors) };
  for (const [path, list] of Object.entries(lists)) if (list) say('genuine', { name: list.name, path });
  const found = Object.values(lists);
  const others = given.filter((one) => !found.includes(one) && ['page', 'release', 'sums', 'mirrors'].includes(one.kind));
  given.filter(({ kind }) => kind === 'archive').forEach(({ name }) => say('archive', { name }));
  for (const { name } of others.filter(({ kind }) => kind === 'sums' || kind === 'mirrors')) say('changed-file', { name });
  if (!lists.SHA256SUMS) return say(others.length ? 'need-sums' : 'only-signature');
  const { paths, digests } = lookUp(parseSums(lists.SHA256SUMS.bytes));
  for (const one of others.filter(({ kind }) => kind === 'page' || kind === 'release')) await reportFile(release, one, paths, digests);
  if (others.some(({ kind }) => kind === 'page')) say('compare');
  say('rest');
}

// Paths by the last part of them, which is all that a picked file has, and by hash.
function lookUp(sums) {
  const paths = new Map(), digests = new Map();
  const put = (map, key, path) => (map.has(key) ? map.get(key).push(path) : map.set(key, [path]));
  for (const [path, digest] of sums) {
    put(paths, path.split('/').pop(), path);
    put(digests, digest, path);
  }
  return { paths, digests };
}

async function reportFile({ largest }, { file, name }, paths, digests) {
  let digest;
  try {
    digest = file.size <= largest ? sha256(await read(file)) : '';
  } catch {
    drop(file);
    return say('unreadable', { name });
  }
  const ends = paths.get(name) ?? [], same = digests.get(digest) ?? [];
  const here = same.filter((path) => ends.includes(path));
  if (here.length) say('genuine', { name, path: here.join(', ') });
  else if (ends.length) say('changed-file', { name });
  else if (same.length) say('renamed', { name, path: same.join(', ') });
  else say('stranger', { name });
}

// Another pick adds to the ones before: files of several folders cannot be picked at once.
function pick({ target }) {
  const mark = ({ name, size, lastModified }) => [name, size, lastModified].join();
  const files = [...target.files], marks = files.map(mark);
  picked = [...picked.filter((old) => !marks.includes(mark(old))), ...files];
  target.value = '';
  showPicked();
}

function showPicked() {
  part('picked').replaceChildren(...(picked.length ? [written(['picked', { count: picked.length }])] : []));
  part('anew').hidden = !picked.length;
}

function anew() {
  picked = [];
  lines = [];
  show();
  showPicked();
  part('files').focus();
}

part('no_script').hidden = true;
part('tool').hidden = false;
part('files').addEventListener('change', pick);
part('anew').addEventListener('click', anew);
part('go').addEventListener('click', check);
