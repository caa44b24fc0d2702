'use strict';
// The page keep.html. Nothing is asked or kept before a button is pressed.

const part = (id) => document.getElementById(`keep_${id}`);
const here = part('here');
const worker = new URL(here.dataset.worker, location.href);
const home = new URL('./', worker);
const cache = `kept ${home.href}`;
// How long a worker may be silent, in milliseconds, and how often it may be told
// to go on without getting further.
const SILENCE = 15000, TRIES = 6;
let press = 0; // Counts the reader's presses: answers to an earlier one are not shown.

// Not on plain http: (loopback is for trying it), and not where a gateway of IPFS
// puts many sites into one origin.
function canKeep() {
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);
  const isFit = location.protocol === 'https:' || (location.protocol === 'http:' && isLoopback);
  return isFit && isSecureContext && 'serviceWorker' in navigator && !/\/ip[fn]s\//.test(location.pathname);
}

function say(name, values = {}) {
  const line = document.getElementById('keep_words').content.querySelector(`[data-say="${name}"]`).cloneNode(true);
  line.textContent = line.textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  return line;
}

// What stands there already is not read aloud again.
function show(...lines) {
  const text = (nodes) => [...nodes].map((line) => line.textContent).join('\n');
  if (text(part('said').children) !== text(lines)) part('said').replaceChildren(...lines);
}

// A button that is disabled or hidden would lose the keyboard's place.
const isIdle = (name) => part(name).ariaDisabled !== 'true';
const setIdle = (name, is) => { part(name).ariaDisabled = is ? null : 'true'; };

async function ask() {
  if (!isIdle('ask')) return;
  setIdle('ask', false);
  const response = await fetch(new URL('release.txt', home), { cache: 'no-store' }).catch(() => null);
  const text = response?.ok ? (await response.text().catch(() => '')).slice(0, 4096) : '';
  const [, files, bytes] = /^tree: (\d+) (\d+) \d+$/m.exec(text) ?? [];
  setIdle('ask', true);
  part('go').hidden = !files;
  if (files) show(say('size', { files, megabytes: Math.max(0.1, bytes / 1e6).toFixed(1) }));
  else show(say(response?.ok || response?.status === 404 ? 'unsigned' : 'silent'));
}

// The registration for this site and no other of the same host.
async function registered() {
  const found = await navigator.serviceWorker.getRegistration(home);
  return found?.scope === home.href ? found : null;
}

// Gives the worker an order and hears its answers, until the last one or a silence.
function order(to, what, hear, patience = SILENCE) {
  return new Promise((end) => {
    const channel = new MessageChannel();
    let timer;
    const wait = () => { timer = setTimeout(() => end(null), patience); };
    channel.port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      hear(data);
      if (data.more || !isOnTheWay(data)) end(data);
      else wait();
    };
    wait();
    to.postMessage(what, [channel.port2]);
  });
}

const isOnTheWay = ({ say, more }) => more || say === 'working' || !say;

async function keep() {
  if (!isIdle('go')) return;
  const mine = ++press;
  setIdle('go', false);
  // Otherwise a browser that is short of room throws the copy away first.
  navigator.storage?.persist?.().catch(() => {});
  try {
    await navigator.serviceWorker.register(worker, { scope: home.pathname, updateViaCache: 'none' });
    part('kept').hidden = false;
    await caches.open(cache); // The sign that this was not forgotten since.
    await navigator.serviceWorker.ready;
    await work(mine);
  } catch {
    if (mine === press) hear({ say: 'failed' });
  }
  if (mine === press) setIdle('go', true);
}

// Browsers end a worker that is busy for minutes. So it works in portions, and is
// told to go on after each, and after a silence.
async function work(mine) {
  let done = -1, tries = 0, what = 'keep', now = { done: 0, files: 0 };
  const heard = (message) => {
    if (mine !== press) return;
    if (message.say === 'working') now = message;
    hear(message);
  };
  for (; mine === press && tries < TRIES; what = 'on') {
    const to = (await registered())?.active;
    const last = to ? await order(to, what, heard) : { say: 'forgotten' };
    if (!to) heard(last);
    if (last && !last.more) return;
    const far = last?.done ?? now.done;
    tries = far > done ? 0 : tries + 1;
    done = far;
  }
  heard({ ...now, say: 'stopped' });
}

function hear(message) {
  if (!message.say) return;
  const day = (time) => time?.slice(0, 10);
  const values = { ...message, created: day(message.created), expires: day(message.expires) };
  const counts = message.usable + message.unusable > 0 ? [say('mirrors', values)] : [];
  const liars = message.liars ? [say('liars', values)] : [];
  show(say(message.say, values), ...liars, ...counts);
  if (message.say === 'forgotten') part('kept').hidden = true;
}

// The worker stops writing; then all goes, whether it has answered or not, and the
// page looks itself whether it has.
async function forget() {
  press++;
  const found = await registered();
  const stopped = found?.active ? order(found.active, 'forget', () => {}, 2000) : null;
  await found?.unregister();
  await stopped;
  await caches.delete(cache);
  const isEmpty = !(await caches.has(cache)) && !(await registered());
  show(say(isEmpty ? 'forgotten' : 'left'));
  part('kept').hidden = part('go').hidden = isEmpty;
  setIdle('go', true);
  part('said').focus();
}

part('no_script').hidden = true;
part('not_here').hidden = canKeep();
here.hidden = !canKeep();
if (canKeep()) {
  part('ask').addEventListener('click', ask);
  part('go').addEventListener('click', keep);
  part('forget').addEventListener('click', forget);
  registered().then((found) => {
    part('kept').hidden = !found;
    if (found?.active) order(found.active, 'status', (message) => { if (!press) hear(message); });
  });
}
