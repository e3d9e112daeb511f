// The bar that stays in view: how it stands with the form, saving, and the way back.

import { the } from './element.js';

const bar = the('[data-bar]');
const undo_button = the('[data-undo]');
let made = []; // the numbers of what was changed at once, the last one last: it can be undone until something else changes

export function tell(...words) {
  bar.hidden = false;
  the('[data-state]').replaceChildren(...words);
}

/// Tells what was done, with the way back.
export function tell_done(numbers, ...words) {
  made = numbers;
  tell(...words);
  undo_button.textContent = 'Maak ongedaan';
  undo_button.hidden = made.length === 0;
}

export const can_take_back = () => made.length > 0;

/// Gives each number, the last one first, to `take_back`, and forgets it once that is done. Returns what the last one answered.
export async function take_all_back(take_back) {
  let back = null;
  while (made.length > 0) {
    back = await take_back(made.at(-1));
    made.pop();
  }
  return back;
}

/// What was done before cannot be taken back any more: there is something newer, that can be cleared.
export function offer_to_clear(is_there) {
  made = [];
  undo_button.textContent = 'Wis mijn wijzigingen';
  undo_button.hidden = !is_there;
}

/// For a form with something to save.
export function begin_bar() {
  the('[data-save]').hidden = false;
  undo_button.hidden = true;
}

/// Something else is shown.
export function hide_bar() {
  made = [];
  the('[data-save]').hidden = true;
  undo_button.hidden = true;
  bar.hidden = true;
}
