'use strict';
// Checks signatures of minisign with nothing but the language: over plain http:
// a browser lends a page no cryptography. SHA-2 is FIPS 180-4, BLAKE2b RFC 7693,
// Ed25519 RFC 8032. Nothing secret is handled, so nothing must take equal time.

const wrap = (n) => BigInt.asUintN(64, n);

// The constants of SHA-2 and BLAKE2b are bits of roots of the first primes. Arrays of
// 64-bit words drop what is above.
const primes = [];
for (let n = 2n; primes.length < 80; n++) if (primes.every((prime) => n % prime)) primes.push(n);
const fraction = (degree) => (prime) => {
  let root = 0n;
  for (let bit = 2n ** 68n; bit; bit /= 2n) {
    if ((root + bit) ** degree <= prime << (64n * degree)) root += bit;
  }
  return root;
};
const ROUND = BigUint64Array.from(primes, fraction(3n));
const START = BigUint64Array.from(primes.slice(0, 8), fraction(2n));
const upper = (words) => Int32Array.from(words, (n) => Number(n >> 32n));
const ROUND32 = upper(ROUND);

const hex = (numbers, digits = 2) => Array.from(numbers, (n) => n.toString(16).padStart(digits, '0')).join('');
const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

// The message, a one, zeros, and the message's length in bits, to the end of a block.
function padded(bytes, block) {
  const out = new Uint8Array(Math.ceil((bytes.length + 1 + block / 8) / block) * block);
  out.set(bytes);
  out[bytes.length] = 128;
  const view = new DataView(out.buffer);
  view.setBigUint64(out.length - 8, 8n * BigInt(bytes.length));
  return view;
}

function sha256(bytes) {
  const data = padded(bytes, 64);
  const state = upper(START);
  const w = new Int32Array(64);
  const turn = (n, by) => (n >>> by) | (n << (32 - by));
  for (let at = 0; at < data.byteLength; at += 64) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = i < 16 ? data.getInt32(at + 4 * i)
        : w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND32[i] + w[i];
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((n, i) => { state[i] += n; });
  }
  return hex(new Uint32Array(state), 8);
}

const turn = (n, by) => wrap((n >> by) | (n << (64n - by)));

function sha512(bytes) {
  const data = padded(bytes, 128);
  const sum = new DataView(new ArrayBuffer(64));
  const state = START.slice();
  const w = new BigUint64Array(80);
  for (let at = 0; at < data.byteLength; at += 128) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i++) {
      const x = w[i - 15], y = w[i - 2];
      w[i] = i < 16 ? data.getBigUint64(at + 8 * i)
        : w[i - 16] + (turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n)) + w[i - 7] + (turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n));
      const one = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i];
      const two = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, wrap(d + one), c, b, a, wrap(one + two)];
    }
    [a, b, c, d, e, f, g, h].forEach((n, i) => { state[i] += n; });
  }
  state.forEach((n, i) => sum.setBigUint64(8 * i, n));
  return new Uint8Array(sum.buffer);
}

// In rows of 16.
const MIX = '0123456789abcdefea489fd61c02b753b8c052fdae3671947931dcbe265a40f8905724afe1bc683d'
  + '2c6a0b834d75fe19c51fed4a0763928bdb7ec13950f4862a6fe9b308c2d714a5a2847615fb9e3cd0';

function blake2b(bytes) {
  const data = new DataView(new ArrayBuffer(Math.max(128, Math.ceil(bytes.length / 128) * 128)));
  new Uint8Array(data.buffer).set(bytes);
  const sum = new DataView(new ArrayBuffer(64));
  let state = START.slice();
  state[0] ^= 0x01010040n;
  for (let at = 0; at < data.byteLength; at += 128) {
    const last = at + 128 === data.byteLength;
    const v = new BigUint64Array([...state, ...START]);
    v[12] ^= BigInt(last ? bytes.length : at + 128);
    if (last) v[14] = ~v[14];
    const step = (a, b, c, d, word, one, two) => {
      v[a] += v[b] + data.getBigUint64(at + 8 * word, true);
      v[d] = turn(v[d] ^ v[a], one);
      v[c] += v[d];
      v[b] = turn(v[b] ^ v[c], two);
    };
    for (let round = 0; round < 12; round++) {
      for (let i = 0; i < 8; i++) {
        const word = (by) => parseInt(MIX[(round % 10) * 16 + 2 * i + by], 16);
        const row = (by) => 4 * by + (i + by * (i >> 2)) % 4;
        const [a, b, c, d] = [0, 1, 2, 3].map(row);
        step(a, b, c, d, word(0), 32n, 24n);
        step(a, b, c, d, word(1), 16n, 63n);
      }
    }
    state = state.map((n, i) => n ^ v[i] ^ v[i + 8]);
  }
  state.forEach((n, i) => sum.setBigUint64(8 * i, n, true));
  return new Uint8Array(sum.buffer);
}

// The curve: points are [X, Y, Z, T] with x = X/Z, y = Y/Z, xy = T/Z.
const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (n) => ((n % P) + P) % P;
const power = (base, by) => {
  let out = 1n;
  for (; by; by >>= 1n, base = mod(base * base)) if (by & 1n) out = mod(out * base);
  return out;
};
const inverse = (n) => power(n, P - 2n);
const D = mod(-121665n * inverse(121666n));
const number = (bytes) => bytes.reduceRight((n, byte) => (n << 8n) | BigInt(byte), 0n);

const add = ([x1, y1, z1, t1], [x2, y2, z2, t2]) => {
  const a = (y1 - x1) * (y2 - x2), b = (y1 + x1) * (y2 + x2), c = 2n * D * t1 * t2, d = 2n * z1 * z2;
  const e = mod(b - a), f = mod(d - c), g = mod(d + c), h = mod(b + a);
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
};
const times = (n, point) => {
  let out = [0n, 1n, 1n, 0n];
  for (; n; n >>= 1n, point = add(point, point)) if (n & 1n) out = add(out, point);
  return out;
};
const isSmall = (point) => {
  const [x, y, z] = times(8n, point);
  return x === 0n && y === z;
};

// A point from its 32 bytes, if they are the only ones that stand for it.
function decodePoint(bytes) {
  const sign = BigInt(bytes[31] >> 7);
  const y = number(bytes) & (2n ** 255n - 1n);
  const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
  let x = power(square, (P + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * power(2n, (P - 1n) / 4n));
  if (y >= P || mod(x * x) !== square || (!x && sign)) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
}
function encodePoint([x, y, z]) {
  const unit = inverse(z);
  return mod(y * unit) | ((mod(x * unit) & 1n) << 255n);
}
const BASE = decodePoint(new Uint8Array(32).fill(0x66).fill(0x58, 0, 1));

// Whether an Ed25519 signature is good; strict, as in libsodium.
function isSigned(key, bytes, signature) {
  const nonce = signature.subarray(0, 32), s = number(signature.subarray(32));
  const point = decodePoint(key);
  if (!point || isSmall(point) || s >= ORDER) return false;
  const challenge = number(sha512(join(nonce, key, bytes))) % ORDER;
  const [x, y, z, t] = point;
  const found = add(times(s, BASE), times(challenge, [P - x, y, z, P - t]));
  return !isSmall(found) && encodePoint(found) === number(nonce);
}

// Bytes from base64 in its usual form, if they are as many as there should be.
function base64(text, length) {
  if (!/^[A-Za-z0-9+/]*=?=?$/.test(text) || text.length % 4) return null;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return bytes.length === length && btoa(String.fromCharCode(...bytes)) === text ? bytes : null;
}

// A key's or a signature's id, as minisign prints it.
const idOf = (bytes) => hex(bytes.slice(2, 10).reverse()).toUpperCase();

// A public key from its 56 characters, `RW…`.
function publicKey(text) {
  const bytes = base64(text, 42);
  return bytes && hex(bytes.slice(0, 2)) === '4564' ? { id: idOf(bytes), bytes: bytes.slice(10), text } : null;
}

// A signature file, taken apart; only prehashed signatures are understood.
function signatureFile(file) {
  const lines = /^untrusted comment: \P{Cc}*\n(\S+)\ntrusted comment: ((?:\S\P{Cc}*)?)\n(\S+)\n$/u.exec(utf8(file, 1024) ?? '');
  const bytes = lines && base64(lines[1], 74), global = lines && base64(lines[3], 64);
  if (!bytes || !global || hex(bytes.slice(0, 2)) !== '4544') return null;
  return { id: idOf(bytes), bytes: bytes.slice(10), comment: lines[2], global };
}

// Whether a key has signed a file, and the comment of that signature.
function hasSigned(key, file, { id, bytes, comment, global }) {
  const covered = join(bytes, new TextEncoder().encode(comment));
  return key.id === id && isSigned(key.bytes, blake2b(file), bytes) && isSigned(key.bytes, covered, global);
}

// Text from UTF-8 of at most so many bytes.
function utf8(bytes, largest) {
  try {
    return bytes.length > largest ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
