//! Trees with an edge each, described so that every language can make them:
//! `src/bundle/ipfs/tests.rs` makes the same.

/// Bytes that do not repeat and follow from a seed.
export function noise(length, seed) {
  const bytes = new Uint8Array(length);
  let state = seed >>> 0;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const MIB = 1 << 20;
const number = (value, digits) => String(value).padStart(digits, '0');

/// Names of `length` letters, so that a link to one byte takes 44 bytes more than its name.
const named = (count, length) =>
  Array.from({ length: count }, (_, at) => [number(at, length), noise(1, at)]);

/// Name, layout where it is not the profile's, and files.
export const TREES = [
  ['empty-file', {}, [['a', noise(0, 0)]]],
  ['one-byte', {}, [['a', noise(1, 1)]]],
  ['one-chunk', {}, [['a', noise(MIB, 2)]]],
  ['one-chunk-and-a-byte', {}, [['a', noise(MIB + 1, 3)]]],
  ['several-chunks', {}, [['a', noise(5 * MIB + 4711, 4)]]],
  ['folders', {}, [['a/b/c', noise(9, 5)], ['a/b.html', noise(10, 6)], ['a/b2', noise(0, 7)], ['b', noise(300, 8)]]],
  ['one-file-twice', {}, [['a/x', noise(70, 9)], ['b/x', noise(70, 9)], ['x', noise(70, 9)]]],
  ['full-row', { chunk: 1000, width: 1024 }, [['a', noise(1024 * 1000, 10)]]],
  ['more-than-a-row', { chunk: 1000, width: 1024 }, [['a', noise(1024 * 1000 + 1, 11)]]],
  ['three-rows', { chunk: 4, width: 3 }, [['a', noise(4 * 28 + 1, 12)]]],
  // 4,095 links of 64 bytes, one of 60, and 4 bytes of data: 256 KiB.
  ['largest-plain-folder', {}, [...named(4095, 20), ['x'.repeat(16), noise(1, 0)]]],
  ['smallest-trie', {}, [...named(4095, 20), ['x'.repeat(17), noise(1, 0)]]],
  [
    'people',
    {},
    [
      ...Array.from({ length: 20_500 }, (_, at) => [`ru/people/p-${number(at, 5)}.html`, noise(at % 90, at)]),
      ['index.html', noise(400, 13)],
    ],
  ],
];
