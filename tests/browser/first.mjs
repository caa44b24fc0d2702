//! What the first view of a page costs its reader and leaves behind: one request, two with a
//! portrait; no script, font, cookie or storage; and nothing on it moves.
//!
//! node first.mjs TREE [--full] [--seed N] [--only WORDS]

import { proof, styled, withMore } from './proof.mjs';

/// Pages that are there for their script, and the files that they may ask for.
const WORKING = [
  { page: /\/check\.html$/, files: [] },
  { page: /\/keep\.html$/, files: [/\/keep\.js$/] },
  { page: /\/search\.html$/, files: [/\/search\.js$/, /\/search\/[^/]+\.js$/] },
  { page: /\/[a-z]+\/paper\/[^/]+\.html$/, files: [/\/paper\.js$/] },
];
const PICTURE = /\.(png|jpe?g|webp|avif)$/;
/// So many lines of a page's body come one by one, so that each is drawn before the next.
const LINES = 16;

await proof({
  ways: [{ name: 'first view', afresh: true, context: { viewport: { width: 360, height: 740 } } }],
  // A slow picture, so that what stands around it is drawn before it comes.
  answer(path, bytes) {
    if (PICTURE.test(path)) return { bytes, pause: 200 };
    return path.endsWith('.html') ? { bytes, pause: 20, cuts: firstLines(bytes) } : bytes;
  },
  async look(page, way, requests) {
    const working = WORKING.find((each) => each.page.test(page.url()));
    const shift = await page.evaluate(shifted);
    // After a moment, since databases and caches are opened beside the page.
    const left = await page.evaluate(leftBehind);
    const cookies = await page.context().cookies();
    return [
      ...asked(page.url(), requests, working?.files ?? []),
      ...left.kept.map((what) => `kept: ${what}`),
      ...cookies.map(({ name }) => `kept: the cookie ${name}`),
      ...(left.fonts > 0 ? [`font: ${left.fonts} of them`] : []),
      ...(left.scripts > 0 && !working ? [`script: ${left.scripts} of them`] : []),
      ...(shift > 0 ? [`shift: the page moved by ${shift}`] : []),
    ];
  },
  planted: [
    ...[
      'localStorage.seen = 1',
      'sessionStorage.seen = 1',
      'document.cookie = "seen=1"',
      'indexedDB.open("seen")',
      'caches.open("seen")',
    ].map((code) => ({ fault: 'kept', change: withMore(`<script>${code}</script>`) })),
    { fault: 'script', change: withMore('<script>1</script>') },
    { fault: 'font', change: withMore('<style>@font-face { font-family: x; src: url(x.woff2) }</style>') },
    { fault: 'requests', change: withMore('<img src="a.png" alt=""><img src="b.png" alt="">') },
    { fault: 'requests', change: withMore('<link rel="stylesheet" href="x.css">') },
    // The languages wrap as one, once there are more than fit beside the name.
    { fault: 'shift', change: styled('.site { margin-inline-end: auto } .langs { display: flex; flex-wrap: wrap; column-gap: 1rem }') },
    {
      fault: 'shift',
      change: (html) =>
        html.replace('<h1', '<p id="late"></p><h1').replace('</main>', '<script>setTimeout(() => (late.style.height = "200px"), 50)</script></main>'),
    },
  ],
});

/// Where the first lines of a page's body end.
function firstLines(bytes) {
  const ends = [];
  let at = bytes.indexOf('<body');
  while (ends.length < LINES && at >= 0) {
    at = bytes.indexOf('\n', at);
    if (at >= 0) ends.push((at += 1));
  }
  return ends;
}

/// One request for the page, one for a picture, and those that it is there for.
function asked(address, requests, files) {
  const own = requests.filter(({ url }) => !url.startsWith('data:') && !files.some((file) => file.test(url)));
  const pictures = own.filter(({ type }) => type === 'image');
  const others = own.filter(({ url, type }) => url !== address && type !== 'image');
  return [
    ...(pictures.length > 1 ? [`requests: ${pictures.length} pictures`] : []),
    ...others.map(({ url, type }) => `requests: one for ${url} (${type})`),
  ];
}

// What follows runs in the page.

async function leftBehind() {
  const names = {
    'a cookie': document.cookie ? [document.cookie] : [],
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    indexedDB: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    worker: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  };
  return {
    kept: Object.entries(names).flatMap(([where, all]) => all.map((name) => `${where}: ${name}`)),
    scripts: document.scripts.length,
    fonts: document.fonts.size,
  };
}

/// How far things moved until now, and for a moment after.
async function shifted() {
  await new Promise((passed) => setTimeout(passed, 120));
  return new Promise((seen) => {
    const sum = (list) => list.getEntries().reduce((all, { value }) => all + value, 0);
    new PerformanceObserver((list) => seen(sum(list))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => seen(0), 60);
  });
}
