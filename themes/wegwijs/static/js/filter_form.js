// The form of the finder: its fields, what each would give, and the dialog that it stands in on a phone.

import { element, is_wide, the } from './elements.js';
import { search_rows } from './narrow_rows.js';
import { word } from './words.js';

export const form = /** @type {HTMLFormElement} */ (the('form[data-finder]'));

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLInputElement[]} */
const boxes = (selector, within = form) =>
  [...within.querySelectorAll(`${selector} input[type=checkbox]`)].map((one) => /** @type {HTMLInputElement} */ (one));

/** @param {HTMLInputElement} box */
export const name_of = (box) => (box.closest('label')?.querySelector('[data-name]')?.textContent ?? box.value).trim();

export const facets = [...form.querySelectorAll('fieldset[data-facet]')].map((one) => {
  const fieldset = /** @type {HTMLElement} */ (one);
  return { field: fieldset.dataset.facet ?? '', boxes: boxes(':scope', fieldset) };
});
export const row_boxes = boxes('[data-rows]');
export const with_open = /** @type {HTMLInputElement} */ (the('input[name=open]', form));
export const place_field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[name=postcode]'));
export const within = /** @type {HTMLSelectElement | null} */ (form.querySelector('select[name=km]'));

export const chosen_boxes = () => [...facets.flatMap((facet) => facet.boxes), ...row_boxes].filter((box) => box.checked);

/** Writes a text where it is another one. @param {HTMLElement} place @param {string} text */
export function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

const parts_of = new Map([...facets.flatMap((facet) => facet.boxes), ...row_boxes].map((box) => {
  const label = /** @type {HTMLElement} */ (box.closest('label'));
  const counts = { stated: -1, unknown: -1 };
  return [box, { label, count: the('[data-count]', label), unknown: the('[data-unknown]', label), part: the('[data-unknown-part]', label), counts }];
}));
const groups = [...form.querySelectorAll('[data-group]')].map((one) =>
  ({ boxes: boxes(':scope', one), place: the('[data-group-chosen]', one) }));

/** How many choices of each group are made, also when it is closed. */
export function show_groups() {
  for (const group of groups) {
    const chosen = group.boxes.filter((box) => box.checked).length;
    put(group.place, chosen > 0 ? word('chosen', { aantal: chosen }) : '');
  }
}

/**
 * How many schools a choice would give, and of how many it is not known. It is dead only when nothing would be left at all, and then
 * says why; what is chosen can always be taken away.
 * @param {HTMLInputElement} box
 * @param {{ stated: number, unknown: number }} counts
 */
export function show_count(box, { stated, unknown }) {
  const parts = parts_of.get(box);
  if (!parts) return;
  if (parts.counts.stated !== stated) parts.count.textContent = String(stated);
  if (parts.counts.unknown !== unknown) {
    parts.unknown.textContent = String(unknown);
    parts.part.hidden = unknown === 0;
  }
  parts.counts = { stated, unknown };
  const is_dead = stated + unknown === 0 && !box.checked;
  if (is_dead !== box.hasAttribute('aria-disabled')) {
    if (is_dead) box.setAttribute('aria-disabled', 'true');
    else box.removeAttribute('aria-disabled');
  }
  if (!is_dead && parts.label.nextElementSibling?.matches('[data-reason]')) parts.label.nextElementSibling.remove();
}

// A tap on a dead choice does nothing but say why it is one.
form.addEventListener('click', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.getAttribute('aria-disabled') !== 'true') return;
  event.preventDefault();
  const label = /** @type {HTMLElement} */ (box.closest('label'));
  if (!label.nextElementSibling?.matches('[data-reason]')) {
    label.after(element('p', { class: 'klein melding', 'data-reason': true, role: 'status' }, word('dead')));
  }
});

// On a wide screen there is room for what can be chosen in few words.
if (is_wide.matches) {
  for (const details of form.querySelectorAll('details:has(> [data-facet])')) /** @type {HTMLDetailsElement} */ (details).open = true;
}

search_rows(form);

const dialog = /** @type {HTMLDialogElement} */ (the('[data-filter-dialog]'));
const column = the('[data-filter-column]');
const opener = the('[data-filter-open]');

function close() {
  if (dialog.open) dialog.close();
}

opener.addEventListener('click', () => {
  dialog.append(form);
  dialog.showModal();
  the('h2', form).focus();
});
the('[data-filter-close]', form).addEventListener('click', close);
document.addEventListener('filter-done', close);
dialog.addEventListener('close', () => column.append(form));
is_wide.addEventListener('change', close);
