// The page that checks files which the reader gives it: it asks no host for
// anything, and works saved as one file. Its words stand in the page.

const part = (id) => document.getElementById(`check_${id}`);
let picked = []; // All files of all picks.
let lines = []; // What there is to say: name, values.

const say = (name, values = {}) => lines.push([name, values]);

function written([name, values], isQuiet) {
  const line = part('words').content.querySelector(`[data-say="${name}"]`).cloneNode(true);
  const text = line.querySelector('b') ?? line;
  text.textContent = text.textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  if (isQuiet && line.matches('.yes')) line.className = 'facts';
  return line;
}

// Lines that name a fault come first: one among many must not be overlooked.
function show() {
  if (lines[0]?.[0] === 'refused') return put(lines);
  const said = (...names) => lines.filter(([name]) => names.includes(name));
  const bad = said('changed-file', 'stranger', 'unreadable'), others = lines.filter((line) => !bad.includes(line));
  const count = said('changed-file', 'stranger').length, files = count + said('genuine', 'renamed').length;
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
function unread(file) {
  picked = picked.filter((other) => other !== file);
  say('unreadable', file);
}

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
    unread(file);
    return {};
  }
}

// The files of `keys/` under their own names, whatever they were saved as.
function keyFiles(given) {
  const files = new Map();
  for (const { kind, bytes, name } of given) {
    const { id, comment } = (kind === 'signature' && signatureFile(bytes)) || {};
    const [, signed] = / keys=(\d+)$/.exec(comment) ?? [];
    const [, number] = (kind === 'keys' && /\nnumber: (\d+)\n/.exec(utf8(bytes, 16384))) || [];
    if (signed) files.set(`${signed}.${id.toLowerCase()}.minisig`, bytes);
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
    const again = lines.filter(([name]) => name === 'unreadable');
    lines = [['refused', {}], isKnown ? [fault.message, fault.values] : ['unfinished', {}], ...again];
  }
  show();
  part('result').ariaBusy = 'false';
}

async function judge() {
  const anchor = anchorOf(part('key').value);
  if (!anchor) return say('need-key');
  const given = await Promise.all(picked.map(opened));
  const releases = given.filter(({ kind, bytes }) => kind === 'release' && bytes);
  if (!releases.length) return say('need-release');
  if (anchor.fingerprint) anchor.sets = follow(keyFiles(given), anchor.fingerprint);
  const { release, used } = signedOne(anchor, releases, given.filter(({ kind }) => kind === 'signature'));
  reportRelease(release, anchor);
  await reportFiles(release, given.filter((one) => one !== used));
}

// The first pair of release and signature that holds; the newest picks are tried first.
function signedOne(anchor, releases, signatures) {
  let obstacle;
  const forReleases = signatures.filter(({ bytes }) => !/ keys=\d+$/.test(signatureFile(bytes)?.comment));
  for (const release of releases.reverse()) {
    for (const signature of forReleases) {
      try {
        return { release: authenticate(anchor, release.bytes, signature.bytes), used: release };
      } catch (distrust) {
        obstacle ??= distrust;
      }
    }
  }
  throw obstacle ?? new Distrust('need-release');
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
  const others = (...kinds) => given.filter((one) => !found.includes(one) && kinds.includes(one.kind));
  others('archive').forEach((one) => say('archive', one));
  others('sums', 'mirrors').forEach((one) => say('changed-file', one));
  if (!lists.SHA256SUMS) return say('need-sums');
  const sums = [...parseSums(lists.SHA256SUMS.bytes)];
  for (const { file } of others('page', 'release')) await reportFile(release, file, sums);
  if (others('page').length) say('compare');
  say('rest');
}

// A picked file has the last part of its path and no more: it may be any file of that name.
async function reportFile({ largest }, file, sums) {
  let digest;
  try {
    digest = file.size <= largest ? sha256(await read(file)) : '';
  } catch {
    return unread(file);
  }
  const ends = sums.filter(([path]) => path.split('/').pop() === file.name), same = sums.filter(([, hash]) => hash === digest);
  const here = same.filter((sum) => ends.includes(sum));
  const found = (name, sums) => say(name, { name: file.name, path: sums.map(([path]) => path).join(', ') });
  if (here.length) found('genuine', here);
  else if (ends.length) say('changed-file', file);
  else if (same.length) found('renamed', same);
  else say('stranger', file);
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
part('files').onchange = pick;
part('anew').onclick = anew;
part('go').onclick = check;
