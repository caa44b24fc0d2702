//! The system's Firefox ESR, set as Tor Browser sets it at its level "Safest".

import { createRequire } from 'node:module';
import { modules } from './chromium.mjs';

const puppeteer = createRequire(modules)('puppeteer-core');

const SAFEST = { 'javascript.enabled': false, 'svg.disabled': true, 'mathml.disabled': true };
/// It reaches nothing but this machine, and asks nothing for itself.
const QUIET = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1',
  'network.proxy.allow_hijacking_localhost': false,
  'network.dns.disablePrefetch': true,
};

/// Starts it, with a profile of its own that is thrown away.
export function launchSafest() {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { ...SAFEST, ...QUIET },
  });
}
