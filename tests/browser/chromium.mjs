//! The system's Chromium, which reaches nothing but this machine.

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/// Where npm packages are: `.ci/run` keeps them outside of the tree's own folders.
const folder = process.env.VESTOCHKA_NPM ?? join(import.meta.dirname, '../../target/ci/npm');
export const modules = resolve(folder, 'package.json');
const { chromium } = createRequire(modules)('playwright-core');

export const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/// Starts it, with a profile of its own that is thrown away.
export function launch() {
  return chromium.launch({ executablePath: PROGRAM, args: ARGUMENTS });
}
