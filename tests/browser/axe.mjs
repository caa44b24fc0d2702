//! axe-core over a tree: WCAG 2.2 A and AA, its best practices, and the contrast of AAA,
//! with everything that can be opened open.
//!
//! node axe.mjs TREE [--full] [--seed N] [--only WORDS]

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { modules } from './chromium.mjs';
import { proof, styled, withMore } from './proof.mjs';

const SOURCE = readFileSync(createRequire(modules).resolve('axe-core/axe.min.js'), 'utf8');
const CONTRAST = ['color-contrast', 'color-contrast-enhanced'];
const ALL = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
};
/// All that a dark page can differ in.
const COLOURS = { runOnly: { type: 'rule', values: [...CONTRAST, 'link-in-text-block'] } };

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
const WAYS = [
  { name: '360 px, light', context: { viewport: PHONE, colorScheme: 'light' }, rules: ALL },
  { name: '1280 px, light', context: { viewport: DESK, colorScheme: 'light' }, rules: ALL },
  { name: '1280 px, dark', context: { viewport: DESK, colorScheme: 'dark' }, rules: COLOURS },
];

await proof({
  ways: WAYS,
  async look(page, way) {
    await page.evaluate(SOURCE);
    return page.evaluate(judge, { rules: way.rules, contrast: CONTRAST });
  },
  planted: [
    { fault: 'image-alt', change: withMore('<img src="data:," width="9" height="9">') },
    { fault: 'color-contrast-enhanced', change: styled('.about { color: #666 }') },
    {
      fault: 'color-contrast-enhanced',
      way: '1280 px, dark',
      change: styled('@media (prefers-color-scheme: dark) { .about { color: #888 } }'),
    },
    { fault: 'color-contrast', change: withMore('<details><summary>x</summary><p style="color: #aaa">pale</p></details>') },
    { fault: 'contrast-unknown', change: styled('main { background: linear-gradient(#fff, #000) }') },
    { fault: 'target-size', change: withMore(`<div style="display: flex">${'<button style="all: unset; font: 6px/6px serif">aa</button>'.repeat(2)}</div>`) },
    { fault: 'heading-order', change: withMore('<h6>Deep</h6>') },
    { fault: 'html-has-lang', change: (html) => html.replace(/<html lang="[^"]*"/, '<html') },
  ],
});


// What follows runs in the page.

async function judge({ rules, contrast }) {
  document.querySelectorAll('details').forEach((details) => (details.open = true));
  // The stripe at the top of the paper, where no text is, hides the ground of all text from axe.
  document.documentElement.style.backgroundImage = 'none';
  const { violations, incomplete } = await axe.run(document, { ...rules, resultTypes: ['violations', 'incomplete'] });
  const says = ({ id, help }, { target, html, any }) =>
    `${id}: ${help} [${target}] ${html.replace(/\s+/g, ' ').slice(0, 100)} ${any[0]?.message ?? ''}`;
  const isUnknown = ({ any }) => ['bgGradient', 'bgImage', 'imgNode', 'pseudoContent'].includes(any[0]?.data?.messageKey);
  const unknown = incomplete.filter(({ id }) => contrast.includes(id));
  return [
    ...violations.flatMap((rule) => rule.nodes.map((node) => says(rule, node))),
    ...unknown.flatMap((rule) => rule.nodes.filter(isUnknown).map((node) => `contrast-unknown: ${says(rule, node)}`)),
  ];
}
