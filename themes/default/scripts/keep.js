'use strict';
// The page keep.html. Nothing is asked or kept before a button is pressed.

const part = (id) => document.getElementById(`keep_${id}`);
const here = part('here');
const worker = new URL(here.dataset.worker, location.href);
const home = new URL('./', worker);

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

const show = (...lines) => part('said').replaceChildren(...lines);

async function ask() {
  part('ask').disabled = true;
  const response = await fetch(new URL('release.txt', home), { cache: 'no-store' }).catch(() => null);
  const text = response?.ok ? (await response.text()).slice(0, 4096) : '';
  const [, files, bytes] = /^tree: (\d+) (\d+) \d+$/m.exec(text) ?? [];
  part('ask').disabled = false;
  part('go').hidden = !files;
  show(files ? say('size', { files, megabytes: Math.max(0.1, bytes / 1e6).toFixed(1) }) : say('unsigned'));
}

// The registration for this site and no other of the same host.
async function registered() {
  const found = await navigator.serviceWorker.getRegistration(home);
  return found?.scope === home.href ? found : null;
}

// Gives the worker an order and hears its answers.
function order(to, what) {
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => hear(data);
  to?.postMessage(what, [channel.port2]);
}

async function keep() {
  part('go').disabled = true;
  try {
    await navigator.serviceWorker.register(worker, { scope: home.pathname, updateViaCache: 'none' });
    part('kept').hidden = false;
    order((await navigator.serviceWorker.ready).active, 'keep');
  } catch {
    hear({ say: 'failed' });
  }
}

function hear(message) {
  if (!message.say) return;
  const day = (time) => time?.slice(0, 10);
  const values = { ...message, created: day(message.created), expires: day(message.expires) };
  const counts = message.usable + message.unusable > 0 ? [say('mirrors', values)] : [];
  show(say(message.say, values), ...counts);
  part('go').disabled = message.say === 'working';
}

// The worker stops writing; then all goes, whether it has answered or not.
async function forget() {
  const found = await registered();
  order(found?.active, 'forget');
  await found?.unregister();
  await caches.delete(`kept ${home.href}`);
  part('kept').hidden = part('go').hidden = true;
}

part('not_here').hidden = canKeep();
here.hidden = !canKeep();
if (canKeep()) {
  part('ask').addEventListener('click', ask);
  part('go').addEventListener('click', keep);
  part('forget').addEventListener('click', forget);
  registered().then((found) => {
    part('kept').hidden = !found;
    order(found?.active, 'status');
  });
}
