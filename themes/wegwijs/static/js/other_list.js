// A list or choices that are not those that this device keeps, as from a link that somebody sent: it says so above the page, and leads back to
// the own ones, which stay as they are until the reader has them changed.

import { everything, is_other_list, keep_instead, kept_state, most_on_list, return_to_kept, shortlist, tell } from './address.js';
import { the } from './elements.js';
import { word } from './words.js';

const notice = the('[data-other-list]');
const says = the('[data-other-says]', notice);
const status = the('[data-list-status]');

/** What this device kept before the reader put another list into its place; it can be put back while this page is there. @type {import('./kept.js').Kept | null} */
let before = null;

/** What this device keeps, in the form in which it keeps it. */
function own_state() {
  const mine = kept_state();
  return { list: mine?.list ?? [], values: Object.fromEntries(mine?.values ?? []) };
}

/** The schools of the other list that are not on the own one. */
function added() {
  const mine = own_state().list;
  return shortlist().filter((id) => !mine.includes(id));
}

/** @param {string} name @param {boolean} is_shown @param {string} text */
function show_button(name, is_shown, text) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-other="${name}"]`))) {
    // The one in the dialog is shown by the dialog.
    if (notice.contains(button)) button.hidden = !is_shown;
    button.textContent = text;
  }
}

export function show() {
  const is_other = is_other_list();
  if (is_other) before = null;
  const mine = own_state().list;
  const extra = added().length;
  const has_other_schools = extra > 0 || shortlist().length < mine.length;
  notice.hidden = !is_other && before === null;
  says.textContent = word(!is_other ? 'other_kept' : has_other_schools ? 'other_says' : 'other_says_choices');
  show_button('back', is_other, mine.length > 0 ? word('other_back', { aantal: mine.length }) : word('other_back_choices'));
  show_button('add', is_other && mine.length > 0 && extra > 0 && mine.length + extra <= most_on_list, word('other_add', { aantal: extra }));
  show_button('replace', is_other, word(has_other_schools ? 'other_replace' : 'other_replace_choices'));
  show_button('undo', before !== null, word('other_undo'));
}

/** @param {string} text */
function said(text) {
  const had_focus = notice.contains(document.activeElement);
  tell();
  status.textContent = text;
  // The button that was used is gone; one in the dialog gave the focus back.
  if (!had_focus) return;
  if (notice.hidden) the('main').focus({ preventScroll: true });
  else /** @type {HTMLElement | null} */ (notice.querySelector('button:not([hidden])'))?.focus();
}

/** @param {import('./kept.js').Kept} state */
function put_in_place(state) {
  const replaced = own_state();
  if (!keep_instead(state)) {
    status.textContent = says.textContent = word('keep_failed');
    return;
  }
  before = replaced;
  said(word('other_kept'));
}

/** @type {Record<string, () => void>} */
const deeds = {
  back: () => {
    return_to_kept();
    said(word('other_back_said'));
  },
  add: () => put_in_place({ ...own_state(), list: [...own_state().list, ...added()] }),
  replace: () => put_in_place(everything()),
  undo: () => {
    const state = before;
    before = null;
    if (state) keep_instead(state);
    said(word('other_back_said'));
  },
};

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  deeds[button?.dataset.other ?? '']?.();
});
for (const kind of ['state', 'shortlist']) document.addEventListener(kind, show);
addEventListener('popstate', show);
