// Narrows a list of check boxes by what is typed above it. What is typed chooses nothing.

import { the } from './elements.js';
import { counted, folded, word } from './words.js';

/** @param {Element} group */
function read_group(group) {
  const heading = group.querySelector('summary, legend')?.firstChild?.textContent ?? '';
  const rows = [...group.querySelectorAll('label')].map((label) => {
    const box = /** @type {HTMLInputElement} */ (the('input', label));
    const names = [...label.querySelectorAll('[data-name], [data-term]')].map(({ textContent }) => textContent);
    return { label, text: folded([heading, ...names, box.dataset.question, box.value].join(' ')) };
  });
  return { place: /** @type {HTMLElement} */ (group), rows };
}

/**
 * A row stays when all words are in its name, its term, its question or the name of its group.
 * @param {HTMLElement} list with the field, the groups of boxes, and where it is told how many are found
 */
export function search_rows(list) {
  const field = /** @type {HTMLInputElement} */ (the('[data-row-search]', list));
  const groups = [...list.querySelectorAll('[data-row-group]')].map(read_group);
  field.addEventListener('input', () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { place, rows } of groups) {
      for (const { label, text } of rows) label.hidden = !words.every((one) => text.includes(one));
      const here = rows.filter(({ label }) => !label.hidden).length;
      place.hidden = here === 0;
      if (place instanceof HTMLDetailsElement && words.length > 0) place.open = here > 0;
      found += here;
    }
    the('[data-row-found]', list).textContent = words.length === 0 ? '' : found === 0 ? word('rows_none') : counted('rows_found', found);
    list.querySelector('[data-row-none]')?.toggleAttribute('hidden', found > 0);
  });
  field.addEventListener('change', (event) => event.stopPropagation());
  // Enter does not leave the choices.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
