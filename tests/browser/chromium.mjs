//! The system's Chromium, which reaches nothing but this machine.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/// Where npm packages are: `.ci/run` keeps them outside of the tree's own folders.
const modules = resolve(process.env.VESTOCHKA_NPM ?? join(import.meta.dirname, '../../target/ci/npm'));
const { chromium } = createRequire(join(modules, 'package.json'))('playwright-core');

/// Starts it, with a profile of its own that is thrown away.
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
