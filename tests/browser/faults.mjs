//! Small pages with one fault each, and the kind of fault that must be found.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ICON = '<link rel="icon" href="data:,">';
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:">`;

/// A picture of one pixel.
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

function page({ head = ICON, body = '', heading = '<h1>A page</h1>' }) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
${head}</head><body>${heading}
${body}</body></html>
`;
}

/// Each: the page's name, its text, the fault, and whether scripts must run for it.
export const PLANTED = [
  { name: 'whole.html', text: page({ body: '<p id="here"><a href="deep/below.html#there">A link</a></p>' }) },
  { name: 'deep/below.html', text: page({ body: '<p id="there"><a href="../whole.html">A link</a></p>' }) },
  { name: 'dead-link.html', text: page({ body: '<a href="missing.html">x</a>' }), fault: 'link' },
  { name: 'folder-link.html', text: page({ body: '<a href="deep/">x</a>' }), fault: 'link' },
  { name: 'dead-fragment.html', text: page({ body: '<a href="whole.html#nowhere">x</a>' }), fault: 'fragment' },
  { name: 'absolute-link.html', text: page({ body: '<a href="/">x</a>' }), fault: 'outside' },
  { name: 'climbing-link.html', text: page({ body: '<a href="../whole.html">x</a>' }), fault: 'outside' },
  {
    name: 'foreign-picture.html',
    text: page({ body: '<img src="http://tracker.example/p.png" width="9" height="9" alt="">' }),
    fault: 'foreign',
  },
  {
    name: 'missing-picture.html',
    text: page({ body: '<img src="photos/gone.png" width="9" height="9" alt="">' }),
    fault: 'failed',
  },
  {
    name: 'missing-format.html',
    text: page({
      body: `<picture><source srcset="photos/gone.avif" type="image/unknown"><img src="photos/a.png" width="9" height="9" alt=""></picture>`,
    }),
    fault: 'link',
  },
  {
    name: 'two-portraits.html',
    text: page({ body: ['a', 'b'].map((name) => `<img src="photos/${name}.png" width="9" height="9" alt="">`).join('') }),
    fault: 'requests',
  },
  {
    name: 'against-the-policy.html',
    text: page({ head: ICON + POLICY, body: '<p style="color: red">x</p>' }),
    fault: 'console',
  },
  {
    name: 'own-style-file.html',
    text: page({ head: `${ICON}<link rel="stylesheet" href="style.css">` }),
    fault: 'requests',
  },
  { name: 'no-icon.html', text: page({ head: '' }), fault: 'icon' },
  { name: 'no-heading.html', text: page({ heading: '' }), fault: 'h1' },
  {
    name: 'right-to-left.html',
    text: page({ body: '<div dir="rtl"><p>نشانی: <b dir="ltr">ул. Примерная, д. 2</b></p></div>' }),
  },
  {
    name: 'turned.html',
    text: page({ body: '<div dir="rtl"><p>نشانی: <b>ул. Примерная, д. 2</b></p></div>' }),
    fault: 'direction',
  },
  { name: 'turned-back.html', text: page({ body: '<p>From <b>تهران</b></p>' }), fault: 'direction' },
  { name: 'wide.html', text: page({ body: '<pre>' + 'x'.repeat(200) + '</pre>' }), fault: 'wide' },
  {
    name: 'moving.html',
    text: page({
      body: `<p id="late"></p><p>${'words '.repeat(60)}</p>
<script>requestAnimationFrame(() => requestAnimationFrame(() => { document.getElementById('late').style.height = '200px' }))</script>`,
    }),
    fault: 'shift',
    scripts: true,
  },
  {
    name: 'script-fault.html',
    text: page({ body: '<script>throw new Error("x")</script>' }),
    fault: 'console',
    scripts: true,
  },
];

/// Writes the pages below a scratch folder and returns it.
export function plant(scratch) {
  const root = mkdtempSync(join(scratch, 'faults-'));
  for (const { name, text } of PLANTED) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  mkdirSync(join(root, 'photos'), { recursive: true });
  for (const name of ['a', 'b']) writeFileSync(join(root, `photos/${name}.png`), Buffer.from(PIXEL, 'base64'));
  writeFileSync(join(root, 'style.css'), 'h1 { color: red }\n');
  return root;
}
