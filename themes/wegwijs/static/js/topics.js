// Which topics matter to the reader: check boxes in the page. They are the wishes of the reader, the same as in the finder.

import { values_of } from './address.js';
import { the } from './elements.js';
import { search_rows } from './narrow_rows.js';
import { word } from './words.js';

export const choices = the('[data-topics]');

const boxes = /** @type {HTMLInputElement[]} */ ([...choices.querySelectorAll('input[name=hulp]')]);

/** @param {HTMLInputElement} box @returns {Topic} */
function topic_of(box) {
  const name = (box.closest('label')?.querySelector('[data-name]')?.textContent ?? '').trim();
  const group = box.closest('fieldset');
  const group_name = (group?.querySelector('legend')?.textContent ?? '').trim();
  return { id: box.value, name, question: box.dataset.question || name, group: group?.dataset.group ?? group_name, group_name };
}

/** The chosen topics in the order of the schema; all of them when none is chosen. */
export function chosen_topics() {
  const chosen = boxes.filter((box) => box.checked);
  the('[data-topics-chosen]', choices).textContent = `(${chosen.length === 0 ? word('topics_all').toLowerCase() : chosen.length})`;
  return (chosen.length === 0 ? boxes : chosen).map(topic_of);
}

/** What the boxes put into the address. */
export const topic_values = () => boxes.filter((box) => box.checked).map((box) => box.value);

/** Sets the boxes as the address says. */
export function read_topics() {
  const wanted = [...values_of('hulp'), ...values_of('onderwerp')];
  for (const box of boxes) box.checked = wanted.includes(box.value);
}

search_rows(choices);
