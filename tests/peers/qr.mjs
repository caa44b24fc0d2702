//! QR codes in pages, as `zbarimg` reads them.

import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/// Small pictures with one bit a pixel that stand in a page: `{ side, isDark }`.
export function codes(html) {
  const found = html.matchAll(/src="data:image\/png;base64,([^"]+)"/g);
  return [...found].map(([, coded]) => picture(Buffer.from(coded, 'base64'))).filter(Boolean);
}

/// A square PNG picture of one bit a pixel and no filter; null for any other.
export function picture(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width !== height || png[24] !== 1 || png[25] !== 0) return null;
  const data = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString('ascii', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
  }
  const rows = inflateSync(Buffer.concat(data));
  const row = 1 + Math.ceil(width / 8);
  const isDark = (x, y) => ((rows[y * row + 1 + (x >> 3)] << (x & 7)) & 128) === 0;
  return { side: width, isDark };
}

/// What is written in a code; null if it cannot be read.
export function text({ side, isDark }) {
  const size = side * 4;
  const header = Buffer.from(`P5 ${size} ${size} 255\n`);
  const pixel = (_, at) => (isDark((at % size) >> 2, Math.floor(at / size) >> 2) ? 0 : 255);
  const grey = Buffer.concat([header, Buffer.from(Array.from({ length: size * size }, pixel))]);
  const done = spawnSync('zbarimg', ['--raw', '-q', '-Sdisable', '-Sqrcode.enable', 'pgm:-'], { input: grey, encoding: 'utf8' });
  if (done.error) throw done.error;
  return done.status === 0 ? done.stdout.trimEnd() : null;
}
