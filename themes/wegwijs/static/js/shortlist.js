// The reader's own list of schools: a button at every school, a bar at the foot, and links that take the list along.

import { most_on_list, set_shortlist, shortlist, with_list } from './address.js';
import { the } from './elements.js';
import { counted, word } from './words.js';

const bar = the('[data-list]');
const status = the('[data-list-status]');

/** @returns {HTMLButtonElement[]} */
function buttons() {
  return [...document.querySelectorAll('button[data-list-entry]')].map((one) => /** @type {HTMLButtonElement} */ (one));
}

function show() {
  const list = shortlist();
  for (const button of buttons()) {
    const is_on = list.includes(button.dataset.listEntry ?? '');
    the('span', button).textContent = word(is_on ? 'take_off' : 'add');
    button.hidden = false;
  }
  bar.hidden = list.length === 0;
  the('[data-list-count]').textContent = counted('on_list', list.length);
}

/** @param {HTMLButtonElement} button */
function toggle(button) {
  const id = button.dataset.listEntry ?? '';
  const name = (the('.vh', button).textContent ?? '').replace(/^[:\s]+/, '');
  const list = shortlist();
  const is_on = list.includes(id);
  if (!is_on && list.length >= most_on_list) {
    status.textContent = word('full', { aantal: most_on_list });
    // Not only for those who hear it: the bar says it too.
    the('[data-list-count]').textContent = status.textContent;
    return;
  }
  set_shortlist(is_on ? list.filter((one) => one !== id) : [...list, id]);
  show();
  status.textContent = `${word(is_on ? 'taken_off' : 'added', { naam: name })} ${counted('on_list', shortlist().length)}.`;
  document.dispatchEvent(new CustomEvent('shortlist'));
}

// Where the reader is already.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-list-link]'))) {
  link.hidden = link.pathname === location.pathname;
}

/** The addresses below which pages know the list. */
const places = [
  bar.dataset.list?.replace(/\{.*/, '') ?? '/',
  ...[...document.querySelectorAll('a[data-list-link]')].map((link) => /** @type {HTMLAnchorElement} */ (link).pathname),
];
// The pattern of entries is written as at the root of a host; this script knows where the site really stands.
places[0] = new URL(`..${places[0]}`, import.meta.url).pathname;

/**
 * Just before a link is followed, opened elsewhere or copied.
 * @param {Event} event
 */
function carry(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
  if (places.some((place) => link.pathname.startsWith(place))) link.href = with_list(link.href);
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-list-entry]') : null;
  if (button instanceof HTMLButtonElement) toggle(button);
});
for (const kind of ['click', 'auxclick', 'contextmenu']) document.addEventListener(kind, carry, true);
show();
