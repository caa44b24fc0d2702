// Reads the signed documents of a release, each in the one form in which it is
// written, and believes what follows from a key that is known beforehand.

// Why a document is not believed: a name, and what there is to say about it.
class Distrust extends Error {
  constructor(name, values = {}) {
    super(name);
    this.values = values;
  }
}

const DIGEST = '[0-9a-f]{64}', SITE = '[a-z0-9-]{1,80}', COUNT = '0|[1-9][0-9]{0,14}', KEY = 'RW[A-Za-z0-9+/]{54}';
const DAY = '\\d{4}-\\d\\d-\\d\\d', TIME = `${DAY}T\\d\\d:\\d\\d:\\d\\dZ`;
const form = (...lines) => new RegExp(`^${lines.join('\\n')}\\n$`, 'u');

const RELEASE = form('vestochka-release 1', `site: (?<site>${SITE})`, `sequence: (?<sequence>${COUNT})`,
  `created: (?<created>${TIME})`, `expires: (?<expires>${TIME})`, 'program: \\P{Cc}*',
  `keys: (?<set>${COUNT}) sha256:(?<keys>${DIGEST})`, `tree: (?<count>${COUNT}) (?<bytes>${COUNT}) (?<largest>${COUNT})`,
  `files: sha256:(?<files>${DIGEST}) (?<filesBytes>${COUNT}) SHA256SUMS`,
  `mirrors: sha256:(?<mirrors>${DIGEST}) (?<mirrorsBytes>${COUNT}) mirrors\\.txt`, `previous: (?<previous>none|sha256:${DIGEST})`);
const KEYS = form('vestochka-keys 1', `site: (?<site>${SITE})`, `number: (?<number>${COUNT})`, `expires: (?<expires>${DAY})`,
  `(?<roots>root: ${KEY}\\nroot: ${KEY}\\nroot: ${KEY})`, 'threshold: 2',
  `(?<release>release: ${KEY} ${DAY} ${DAY}(?:\\nrelease: ${KEY} ${DAY} ${DAY})*)(?<revoked>(?:\\nrevoked: [0-9A-F]{16} ${DAY})*)`);

function parse(name, bytes, largest, pattern) {
  const found = pattern.exec(utf8(bytes, largest) ?? '');
  if (!found) throw new Distrust('document', { name });
  return found.groups;
}

const words = (lines) => lines.trim().split('\n').filter(Boolean).map((line) => line.split(' ').slice(1));

function parseKeys(name, bytes) {
  const set = parse(name, bytes, 16384, KEYS);
  const texts = words(set.roots).flat(), roots = texts.map(publicKey);
  const release = words(set.release).map(([key, from, until]) => ({ key: publicKey(key), from, until }));
  const keys = release.map(({ key }) => key), all = [...roots, ...keys];
  const inOrder = [...new Set(texts)].sort().join() === texts.join();
  // No key is a root key and one that signs releases.
  const isApart = all.every(Boolean) && keys.every(({ id }) => roots.every((root) => root.id !== id));
  if (!inOrder || !isApart) throw new Distrust('document', { name });
  return {
    ...set, number: Number(set.number), digest: sha256(bytes), bytes, roots, release,
    fingerprint: sha256(new TextEncoder().encode(texts.join('\n') + '\n')), revoked: new Map(words(set.revoked)),
  };
}

// Path and hash of every file, from the text of `SHA256SUMS`.
function parseSums(bytes) {
  const text = utf8(bytes, 5e7) ?? '?';
  const files = new Map(text.split('\n').slice(0, -1).map((line) => {
    const [, digest, path] = new RegExp(`^(${DIGEST})  ([a-zA-Z0-9./-]+)$`).exec(line) ?? [];
    return [path, digest];
  }));
  const paths = [...files.keys()];
  const inOrder = paths.every((path, i) => path && (!i || paths[i - 1] < path));
  if (!inOrder || (text && !text.endsWith('\n'))) throw new Distrust('document', { name: 'SHA256SUMS' });
  return files;
}

// A key set of `files`, which holds the files of `keys/` by name.
function keySet(files, number) {
  const name = `${number}.txt`;
  const set = files.has(name) ? parseKeys(`keys/${name}`, files.get(name)) : null;
  if (set && set.number !== number) throw new Distrust('document', { name: `keys/${name}` });
  return set;
}

// Passes a key set that two root keys of the set before have signed, and two of its own.
function approve(files, set, before) {
  const signers = (roots) => roots.filter((root) => {
    const signature = signatureFile(files.get(`${set.number}.${root.id.toLowerCase()}.minisig`) ?? []);
    return signature?.comment === `site=${set.site} keys=${set.number}` && hasSigned(root, set.bytes, signature);
  }).length;
  const [old, own] = [signers(before.roots), signers(set.roots)];
  if (set.site !== before.site) throw new Distrust('other-site', { site: set.site });
  if (old < 2 || own < 2) throw new Distrust('too-few', { set: set.number });
  return set;
}

// The sets that follow a trusted one, each approved by the one before.
function onward(files, first) {
  const sets = [first];
  for (let next; (next = keySet(files, sets.at(-1).number + 1)); ) sets.push(approve(files, next, sets.at(-1)));
  return sets;
}

// The key sets that follow from a fingerprint, the newest last.
function follow(files, fingerprint) {
  const numbers = [...files.keys()].filter((name) => /^[1-9]\d*\.txt$/.test(name)).map(parseFloat);
  let first, obstacle = new Distrust('other-roots');
  for (const number of numbers.sort((a, b) => a - b)) {
    try {
      const set = keySet(files, number);
      if (set.fingerprint === fingerprint) first ??= approve(files, set, set);
    } catch (distrust) {
      obstacle = distrust;
    }
  }
  if (!first) throw obstacle;
  return onward(files, first);
}

// A release that a trusted key has signed: `trusted` is key sets, or one release
// key. The newest set decides, for a thief can write any day into a release.
function authenticate(trusted, file, signature) {
  const opened = signatureFile(signature);
  if (!opened) throw new Distrust('document', { name: 'release.txt.minisig' });
  const { id } = opened, last = trusted.sets?.at(-1);
  if (last?.revoked.has(id)) throw new Distrust('revoked', { id });
  const windows = last?.release.filter(({ key }) => key.id === id);
  const key = last ? windows[0]?.key : trusted.key;
  if (key?.id !== id) throw new Distrust('other-key', { id });
  if (!hasSigned(key, file, opened)) throw new Distrust('changed', { id });
  const release = parse('release.txt', file, 4096, RELEASE);
  if (opened.comment !== `site=${release.site} sequence=${release.sequence}`) throw new Distrust('changed', { id });
  const day = release.created.slice(0, 10);
  const inOrder = release.created < release.expires && (release.sequence === '1') === (release.previous === 'none');
  if (!inOrder || release.sequence === '0') throw new Distrust('document', { name: 'release.txt' });
  if (last) {
    const named = trusted.sets.some(({ number, digest }) => number === Number(release.set) && digest === release.keys);
    if (!named && !(trusted.hasOlder && release.set < trusted.sets[0].number)) throw new Distrust('other-set', { set: release.set });
    if (last.site !== release.site) throw new Distrust('other-site', { site: release.site });
    if (!windows.some(({ from, until }) => from <= day && day <= until)) throw new Distrust('outside-window', { id });
  }
  return { ...release, sequence: Number(release.sequence), id };
}
