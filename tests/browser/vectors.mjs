//! The scripts' own cryptography against published vectors and against Node's, and
//! against what must be refused.
//!
//! node vectors.mjs

import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tally } from './tally.mjs';

const SCRIPT = readFileSync(join(import.meta.dirname, '../../themes/default/scripts/minisign.js'), 'utf8');
const NAMES = ['sha256', 'sha512', 'blake2b', 'isSigned', 'decodePoint', 'publicKey', 'signatureFile', 'hex', 'base64'];
const load = (text) => new Function(`${text}; return { ${NAMES} };`)();
const ours = load(SCRIPT);
const results = tally();
const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const ascii = (text) => new TextEncoder().encode(text);
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/// FIPS 180-4 (examples of NIST), RFC 7693 appendix A.
const HASHES = [
  ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sha512', 'abc', 'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f'],
  ['blake2b', 'abc', 'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923'],
];

/// RFC 8032, section 7.1: key, message, signature.
const SIGNATURES = [
  ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ['ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704'],
];

/// Points of small order (RFC 8032 calls none of them a good key), and encodings
/// that stand for a point which has another one.
const SMALL = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];
const NOT_CANONICAL = [
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
];

const failures = (check) => check(ours) ? [] : ['it is not so'];
const say = (name, is) => results.check(name, failures(is));

for (const [name, text, hash] of HASHES) {
  say(`${name} of \`${text}\``, (it) => digest(it, name, ascii(text)) === hash);
}
for (const [name, node] of [['sha256', 'sha256'], ['sha512', 'sha512'], ['blake2b', 'blake2b512']]) {
  say(`${name} of any length as in Node`, (it) => lengths().every((data) => digest(it, name, data) === createHash(node).update(data).digest('hex')));
}
SIGNATURES.forEach((vector, i) => {
  const [key, message, signature] = vector.map(bytes);
  say(`RFC 8032, test ${i + 1}`, (it) => it.isSigned(key, message, signature));
  say(`test ${i + 1}, another message`, (it) => !it.isSigned(key, Uint8Array.of(...message, 0), signature));
  for (const at of [0, 31, 32, 63]) say(`test ${i + 1}, byte ${at} of the signature`, (it) => !it.isSigned(key, message, flipped(signature, at)));
  say(`test ${i + 1}, another key`, (it) => !it.isSigned(flipped(key, 3), message, signature));
  say(`test ${i + 1}, S not reduced`, (it) => !it.isSigned(key, message, unreduced(signature)));
});
for (const point of SMALL) {
  say(`a key of small order, ${point.slice(0, 6)}`, (it) => !it.isSigned(bytes(point), ascii('any'), forged(point)));
}
for (const point of NOT_CANONICAL) say(`no point, ${point.slice(-6)}`, (it) => it.decodePoint(bytes(point)) === null);
say('signatures that Node makes, and none that was changed', (it) => agreesWithNode(it));

const KEY = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3';
say('a key of minisign', (it) => it.publicKey(KEY)?.id === 'E7620F1842B4E81F');
const OTHERS = ['', KEY.slice(4), `${KEY}AAAA`, ` ${KEY}`, `${KEY}\n`, KEY.replace('RW', 'RU'), KEY.replace('3', '*'), `${KEY.slice(0, -4)}GF==`];
for (const text of OTHERS) say(`no key: \`${text}\``, (it) => it.publicKey(text) === null);
const FILE = readFileSync(join(import.meta.dirname, '../keys/minisign-abc.minisig'), 'utf8');
say('a signature file of minisign', (it) => it.signatureFile(ascii(FILE)) !== null);
const lines = FILE.split('\n');
const TORN = [FILE.slice(0, -1), `${FILE}\n`, `\ufeff${FILE}`, FILE.replaceAll('\n', '\r\n'), lines.slice(0, 2).join('\n'),
  FILE.replace('\ntrusted comment: ', '\ntrusted comment:  '), FILE.replace('trusted', 'tr\u0000usted'), FILE.padEnd(1100, '\n')];
TORN.forEach((text, i) => say(`no signature file, ${i + 1}`, (it) => it.signatureFile(ascii(text)) === null));

planted();
results.done();

/// Scripts with one fault each, which some vector must notice.
function planted() {
  const vector = SIGNATURES[1].map(bytes);
  const FAULTS = [
    ['an S that is not reduced', ' || s >= ORDER', '', (it) => !it.isSigned(vector[0], vector[1], unreduced(vector[2]))],
    ['keys of small order', '!point || isSmall(point)', '!point', (it) => SMALL.every((point) => !it.isSigned(bytes(point), ascii('any'), forged(point)))],
    ['encodings that are not canonical', 'y >= P || ', '', (it) => NOT_CANONICAL.every((point) => it.decodePoint(bytes(point)) === null)],
    ['a wrong rotation in SHA-512', 'turn(e, 41n)', 'turn(e, 40n)', (it) => it.isSigned(...vector)],
    ['a wrong order in BLAKE2b', 'ea489fd61c02b753', 'ae489fd61c02b753', 
      (it) => digest(it, 'blake2b', lengths()[200]) === createHash('blake2b512').update(lengths()[200]).digest('hex')],
  ];
  for (const [what, from, to, holds] of FAULTS) {
    const broken = SCRIPT.replace(from, to).replace(what.startsWith('keys') ? '!isSmall(found) && ' : '\u0000', '');
    if (broken === SCRIPT) throw new Error(`the script does not hold ${from}`);
    results.check(`a script with ${what} is found`, holds(load(broken)) ? ['it is not'] : []);
  }
}

function digest(it, name, data) {
  const sum = it[name](data);
  return typeof sum === 'string' ? sum : it.hex(sum);
}

function lengths() {
  return Array.from({ length: 300 }, (_, length) => Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256));
}

function flipped(data, at) {
  const copy = Uint8Array.from(data);
  copy[at] ^= 1;
  return copy;
}

/// The same S, with the order of the group added: the equation still holds.
function unreduced(signature) {
  const s = BigInt(`0x${Buffer.from(signature.slice(32)).reverse().toString('hex')}`) + ORDER;
  const tail = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
  return Uint8Array.of(...signature.slice(0, 32), ...tail);
}

/// R the neutral point, S zero: with a key of small order this fits many messages.
function forged() {
  return Uint8Array.of(1, ...new Uint8Array(63));
}

function agreesWithNode(it) {
  for (let i = 0; i < 20; i++) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
    const message = ascii(`message ${i}`);
    const signature = Uint8Array.from(sign(null, message, privateKey));
    if (!it.isSigned(key, message, signature) || it.isSigned(key, message, flipped(signature, 3 * i))) return false;
  }
  return true;
}
