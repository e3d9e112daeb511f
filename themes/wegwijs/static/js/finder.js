// Narrows the list of the page by the choices of its form. The cards and the choices are the page's own; this script hides,
// moves and counts.

import { set_query, values_of } from './address.js';
import { element, icon, the } from './elements.js';
import { claims_for, Narrowing, read_entry } from './narrowing.js';
import { counted, word } from './words.js';

const form = /** @type {HTMLFormElement} */ (the('form[data-finder]'));
const tools = the('[data-finder-tools]');
const order = /** @type {HTMLSelectElement} */ (the('select', tools));
const heading = the('#pagina-scholen');
const status = the('[data-finder-status]');
const chips = the('[data-finder-chips]');
const found_list = the('[data-finder-cards]');
const open_part = the('[data-finder-open]');
const open_list = the('ul', open_part);

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLInputElement[]} */
const boxes = (selector, within = form) =>
  [...within.querySelectorAll(`${selector} input[type=checkbox]`)].map((one) => /** @type {HTMLInputElement} */ (one));

/** @param {HTMLInputElement} box */
const name_of = (box) => (box.closest('label')?.querySelector('[data-name]')?.textContent ?? box.value).trim();

const facets = [...form.querySelectorAll('fieldset[data-facet]')].map((one) => {
  const fieldset = /** @type {HTMLElement} */ (one);
  return { field: fieldset.dataset.facet ?? '', boxes: boxes(':scope', fieldset) };
});
const row_boxes = boxes('[data-rows]');
const with_open = /** @type {HTMLInputElement} */ (the('input[name=open]', form));
const level_fieldset = form.querySelector('fieldset[data-limits-claims]');
const level_field = level_fieldset instanceof HTMLElement ? level_fieldset.dataset.limitsClaims ?? '' : '';

/** @type {Map<string, string>} */
const level_names = new Map(facets.filter(({ field }) => field === level_field)
  .flatMap((facet) => facet.boxes.map((box) => /** @type {[string, string]} */ ([box.value, name_of(box)]))));

/** @type {Card[]} */
const cards = [...found_list.children].map((one, position) => {
  const card = /** @type {HTMLElement} */ (one);
  const { choices = '', claims = '', known = '0' } = card.dataset;
  return { card, position, entry: read_entry(choices, claims, Number(known)), link: /** @type {HTMLAnchorElement} */ (the('a', card)) };
});
const narrowing = new Narrowing(cards.map(({ entry }) => entry), level_field);

/** @param {HTMLInputElement} box @returns {Row} */
const row_of = (box) => ({ id: box.value, levels: (box.dataset.levels ?? '').split(' ').filter(Boolean), name: name_of(box) });

function selection() {
  /** @type {Map<string, Set<string>>} */
  const choices = new Map();
  for (const { field, boxes: options } of facets) {
    const chosen = options.filter((box) => box.checked).map((box) => box.value);
    if (chosen.length > 0) choices.set(field, new Set(chosen));
  }
  return { choices, rows: row_boxes.filter((box) => box.checked).map(row_of), with_open: with_open.checked };
}

/** @param {HTMLInputElement} box @param {number} count */
function show_count(box, count) {
  const text = the('[data-count]', /** @type {HTMLElement} */ (box.closest('label')));
  if (text.textContent !== String(count)) text.textContent = String(count);
  // What is chosen can always be taken away.
  box.disabled = count === 0 && !box.checked;
}

/** @param {Chosen} chosen */
function show_counts(chosen) {
  for (const { field, boxes: options } of facets) {
    const counts = narrowing.option_counts(chosen, field, options.map((box) => box.value));
    for (const box of options) show_count(box, counts.get(box.value) ?? 0);
  }
  for (const box of row_boxes) show_count(box, narrowing.row_count(chosen, row_of(box)));
}

/**
 * What is known of one row at one school, with the way to its source and date.
 * @param {Card} one
 * @param {Row} row
 * @param {Set<string> | undefined} levels
 */
function answer_lines({ entry, link }, row, levels) {
  if (entry.excluded.has(row.id)) return [];
  const claims = claims_for(entry, row.id, levels);
  const href = `${link.href.split(/[?#]/)[0]}#pagina-${row.id}`;
  if (claims.length === 0) {
    return [element('li', { 'data-status': 'open' }, icon('open'), `${row.name}: ${word('not_looked_at')}`)];
  }
  const marks = claims.map((claim) => claim.marks).join('');
  return [
    ...claims.map((claim) => element('li', { 'data-status': claim.status }, icon(claim.status),
      element('a', { href }, `${row.name}: ${word(claim.status)}`), limits(claim),
      claim.marks.includes('o') && element('span', { class: 'vlag' }, word('old')))),
    ...marks.includes('v') ? [element('li', { class: 'vlag' }, word('differs'))] : [],
  ];
}

/** @param {CardClaim} claim */
function limits(claim) {
  const parts = claim.levels.map((level) => level_names.get(level) ?? level);
  if (claim.marks.includes('j')) parts.push(word('some_years'));
  return parts.length > 0 && ` (${word('only_for')}: ${parts.join(', ')})`;
}

/**
 * @param {Card} one
 * @param {Chosen} chosen
 */
function show_answers(one, { rows, choices }) {
  one.card.querySelector('.antwoorden')?.remove();
  if (rows.length === 0) return;
  const lines = rows.flatMap((row) => answer_lines(one, row, choices.get(level_field)));
  one.link.parentElement?.after(element('ul', { class: 'antwoorden kaal' }, ...lines));
}

/** @param {HTMLInputElement} box */
function chip_of(box) {
  const chip = element('button', { type: 'button', class: 'knop-2' }, name_of(box), element('span', { class: 'vh' }, ` ${word('remove')}`));
  chip.addEventListener('click', () => {
    const position = [...chips.children].findIndex((item) => item.contains(chip));
    box.checked = false;
    changed();
    const next = chips.children[Math.min(position, chips.children.length - 1)]?.firstElementChild;
    (next instanceof HTMLElement ? next : heading).focus();
  });
  return element('li', {}, chip);
}

function chosen_boxes() {
  return [...facets.flatMap((facet) => facet.boxes), ...row_boxes].filter((box) => box.checked);
}

/** @param {{ stated: number, open: number, denied: number }} numbers @param {boolean} asked */
function sentence({ stated, open, denied }, asked) {
  const shown = stated + (with_open.checked ? open : 0);
  if (shown === cards.length && !asked) return word('all_found', { aantal: shown });
  if (!asked) return shown === 0 ? word('found_none') : counted('found', shown);
  return [
    shown === 0 ? word('found_none') : counted('stated', stated),
    open > 0 && counted('open', open),
    denied > 0 && counted('denied', denied),
  ].filter(Boolean).join(' ');
}

function show() {
  const chosen = selection();
  const answers = narrowing.answers(chosen);
  /** @param {string} wanted */
  const with_answer = (wanted) => cards.filter((_, index) => answers[index] === wanted);
  const by_order = order.value === 'bekend'
    ? (/** @type {Card[]} */ some) => some.sort((left, right) => right.entry.known - left.entry.known || left.position - right.position)
    : (/** @type {Card[]} */ some) => some;
  const found = by_order(with_answer('stated'));
  const open = by_order(with_answer('open'));
  const shown_open = chosen.with_open ? open : [];
  for (const one of [...found, ...shown_open]) show_answers(one, chosen);
  found_list.replaceChildren(...found.map(({ card }) => card));
  open_list.replaceChildren(...shown_open.map(({ card }) => card));
  open_part.hidden = shown_open.length === 0;
  the('[data-finder-open-total]').textContent = String(shown_open.length);
  the('[data-finder-total]').textContent = String(found.length + shown_open.length);
  status.textContent = sentence({ stated: found.length, open: open.length, denied: with_answer('denied').length }, chosen.rows.length > 0);
  const boxes_chosen = chosen_boxes();
  chips.replaceChildren(...boxes_chosen.map(chip_of));
  chips.hidden = boxes_chosen.length === 0;
  show_counts(chosen);
}

/** Takes the choices from the address. A value that is no choice here is passed over. */
function read_address() {
  for (const box of [...facets.flatMap((facet) => facet.boxes), ...row_boxes]) box.checked = values_of(box.name).includes(box.value);
  with_open.checked = !values_of('open').includes('nee');
  order.value = values_of('volgorde').includes('bekend') ? 'bekend' : '';
}

function write_address() {
  const groups = [...facets.map((facet) => facet.boxes), row_boxes];
  set_query({
    ...Object.fromEntries(groups.filter((options) => options.length > 0)
      .map((options) => [options[0].name, options.filter((box) => box.checked).map((box) => box.value)])),
    open: with_open.checked ? [] : ['nee'],
    volgorde: order.value ? [order.value] : [],
  });
}

function changed() {
  write_address();
  show();
}

form.addEventListener('change', changed);
order.addEventListener('change', changed);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (form.matches(':popover-open')) form.hidePopover();
  heading.focus();
});
the('[data-finder-reset]', form).addEventListener('click', (event) => {
  event.preventDefault();
  for (const box of chosen_boxes()) box.checked = false;
  with_open.checked = true;
  changed();
});
addEventListener('popstate', () => {
  read_address();
  show();
});

the('[data-finder-links]').hidden = true;
form.hidden = false;
tools.hidden = false;
read_address();
show();
