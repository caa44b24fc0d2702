//! The Nu HTML checker over a built tree: no error, no warning.
//!
//! node nu.mjs TREE [--full] [--seed N]     node nu.mjs TREE --languages fa,de

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { options, tally } from '../tests/browser/tally.mjs';
import { features, inLanguages, pages, read, sample } from '../tests/browser/tree.mjs';

const modules = process.env.VESTOCHKA_NPM ?? join(import.meta.dirname, '../target/ci/npm');
/// The checker takes hashes, `data:` and `'self'` of a policy in a page for nothing;
/// whether a policy lets through what its page holds is seen in Chromium.
const IS_POLICY = /violates Content Security Policy/;
const JAR = join(modules, 'node_modules/vnu-jar/build/dist/vnu.jar');

const given = options(['seed', 'languages']);
const results = tally();
const root = resolve(given.rest[0] ?? 'public');
const chosen = given.languages
  ? inLanguages(root, given.languages)
  : sample(root, { full: given.full, seed: Number(given.seed ?? 1) });
console.log(`${chosen.length} of ${pages(root).length} pages`);

const found = validate(chosen.map((page) => join(root, page)));
for (const page of chosen) results.check(page, found.get(join(root, page)) ?? []);
summarise();
plantedFault();
results.done();

/// What the checker says of each file.
function validate(files) {
  const run = spawnSync('java', ['-jar', JAR, '--format', 'json', '--stdout', ...files], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.error || !run.stdout) throw new Error(`the checker did not run: ${run.error ?? run.stderr}`);
  const messages = new Map();
  for (const { url, type, subType, message, lastLine, extract } of JSON.parse(run.stdout).messages) {
    if (IS_POLICY.test(message)) continue;
    const file = decodeURI(url ?? '').replace(/^file:\/*/, '/');
    const text = `${subType ?? type}, line ${lastLine}: ${message} [${(extract ?? '').trim().slice(0, 120)}]`;
    messages.set(file, [...(messages.get(file) ?? []), text]);
  }
  return messages;
}

/// The same message on many pages is one thing to mend.
function summarise() {
  const kinds = new Map();
  for (const page of chosen) {
    const [kind] = features(page, read(root, page));
    for (const text of found.get(join(root, page)) ?? []) {
      const message = text.replace(/ \[.*/s, '').replace(/line \d+/, 'line');
      kinds.set(message, (kinds.get(message) ?? new Set()).add(kind));
    }
  }
  for (const [message, on] of kinds) console.log(`summary: ${message} (on ${[...on].join(', ')})`);
}

function plantedFault() {
  const scratch = mkdtempSync(join(tmpdir(), 'vestochka-'));
  const file = join(scratch, 'planted.html');
  const whole = read(root, chosen[0]);
  writeFileSync(file, whole.replace('</main>', '<p><div>a block in a paragraph</div></p></main>'));
  const caught = (validate([file]).get(file) ?? []).length > 0;
  results.check('a planted fault is found', caught ? [] : ['it is not']);
  rmSync(scratch, { recursive: true });
}
