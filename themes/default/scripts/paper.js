'use strict';
// A person's sheet: copying the address, sending on, printing. All of it can be done
// without this: the words stand in the page.

const part = (id) => document.getElementById(`paper_${id}`);
const address = document.querySelector('.envelope');
const text = part('text');

function say(name) {
  const words = part('words').content.querySelector(`[data-say="${name}"]`);
  part('said').replaceChildren(words.cloneNode(true));
}

// The profile, where others can open it: never a file of this device, nor its own server.
function link() {
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
  if (!/^https?:$/.test(location.protocol) || isLoopback) return null;
  return new URL(part('profile').getAttribute('href'), location.origin + location.pathname).href;
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

// Without https: browsers lend no clipboard. Then the words are selected, and the reader
// is told so where even the old command does not copy.
async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.innerText.trim());
    say('copied');
  } catch {
    select(element);
    say(oldCopy() ? 'copied' : 'selected');
  }
}

function oldCopy() {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

async function share() {
  try {
    await navigator.share({ text: text.innerText.trim() });
  } catch (error) {
    if (error.name !== 'AbortError') await copy(text);
  }
}

const here = link();
if (here) text.append(document.createElement('br'), here);
part('copy')?.addEventListener('click', () => copy(address));
part('share').addEventListener('click', share);
part('take').addEventListener('click', () => copy(text));
part('print').addEventListener('click', () => print());
part('share').hidden = !navigator.share;
part('take').hidden = !!navigator.share;
part('buttons').hidden = false;
