// The reader's own list of schools: a button at every school, and a bar at the foot of every page. What can be done with the list
// stands in a dialog, of which the script comes when it is opened.

import { everything, is_other_list, most_on_list, set_shortlist, shortlist, ways_to_show } from './address.js';
import { element, the } from './elements.js';
import { kept } from './kept.js';
import { counted, word } from './words.js';

const bar = the('[data-list]');
const status = the('[data-list-status]');
const count = the('[data-list-count]');

/** Those of which the words say whether the school is on the list. @returns {HTMLButtonElement[]} */
function buttons() {
  return [...document.querySelectorAll('button[data-list-entry]:not([data-name])')].map((one) => /** @type {HTMLButtonElement} */ (one));
}

/** The name of a word of the list: another one where the list is not the reader's own. @param {string} name */
export const of_list = (name) => (is_other_list() ? `${name}_other` : name);

/** A cross that takes a school off the list, with its words for those who do not see it. @param {string} id @param {string} name */
export const take_off_button = (id, name) => element('button', { type: 'button', class: 'knop-2', 'data-list-entry': id, 'data-name': name },
  element('span', { 'aria-hidden': 'true' }, '\u00d7'), element('span', { class: 'vh' }, `${word(of_list('take_off'))}: ${name}`));

/** How many choices the reader made, the order and the postcode left aside. */
export function number_of_wishes() {
  return Object.entries(everything().values).filter(([name]) => !ways_to_show.includes(name))
    .reduce((sum, [, all]) => sum + all.length, 0);
}

export function show() {
  const list = shortlist();
  for (const button of buttons()) {
    const is_on = list.includes(button.dataset.listEntry ?? '');
    the('span', button).textContent = word(of_list(is_on ? 'take_off' : 'add'));
    button.hidden = false;
  }
  bar.hidden = list.length === 0 && kept() === null;
  count.textContent = list.length === 0 ? word(of_list('list_open')) : word(of_list('bar_count'), { aantal: list.length });
  if (is_other_list()) import('./other_list.js').then((other) => other.show());
}

/** @param {HTMLButtonElement} button */
function toggle(button) {
  const id = button.dataset.listEntry ?? '';
  const name = button.dataset.name ?? (the('.vh', button).textContent ?? '').replace(/^[:\s]+/, '');
  const list = shortlist();
  const is_on = list.includes(id);
  if (!is_on && list.length >= most_on_list) {
    status.textContent = word('full', { aantal: most_on_list });
    // Not only for those who hear it: the bar says it too.
    count.textContent = status.textContent;
    return;
  }
  set_shortlist(is_on ? list.filter((one) => one !== id) : [...list, id]);
  show();
  status.textContent = `${word(of_list(is_on ? 'taken_off' : 'added'), { naam: name })} ${counted(of_list('on_list'), shortlist().length)}.`;
  document.dispatchEvent(new CustomEvent('shortlist'));
}

// Where the reader is already.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (bar.querySelectorAll('a[data-list-link]'))) {
  link.hidden = link.pathname === location.pathname;
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button?.dataset.listEntry) toggle(button);
  if (button?.matches('[data-list-open]')) import('./list_dialog.js').then((dialog) => dialog.open());
});
document.addEventListener('state', show);
addEventListener('popstate', show);
show();
