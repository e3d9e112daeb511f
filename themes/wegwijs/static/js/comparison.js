// The schools on the list beside each other, at most four: a body of the table per topic, a cell per school.

import { set_values, shortlist, values_of } from './address.js';
import { element, icon, the } from './elements.js';
import { come_back } from './folds.js';
import { applies, claims_on, name_of, page_of, read_profiles, short_name } from './profiles.js';
import { take_off_button } from './shortlist.js';
import { choices, chosen_topics, read_topics, topic_values } from './topics.js';
import { counted, look_of, status_word, word } from './words.js';

/** So many columns fit on a phone. */
const most_beside = 4;

const part = the('[data-comparison]');
const start = the('[data-comparison-start]');
const other = /** @type {HTMLDetailsElement} */ (the('[data-comparison-other]'));
const place = the('[data-comparison-table]');
const status = the('[data-own-status]');
const chooser = the('[data-comparison-schools]');
const only_different = /** @type {HTMLInputElement} */ (the('input[name=verschil]', choices));
const print_button = the('[data-print]');
const again = the('[data-try-again]');
const { list: pattern = '' } = the('[data-list]').dataset;

/** The ids that stand beside each other: the chosen ones, or else the first on the list. */
function beside() {
  const list = shortlist();
  const chosen = values_of('naast').filter((id) => list.includes(id));
  return (chosen.length > 0 ? chosen : list).slice(0, most_beside);
}

/** The sources of the table with their numbers. */
class Sources {
  /** @type {Map<string, { number: number, source: Source, school: string }>} */
  #all = new Map();

  /** @param {Profile} profile @param {Claim} claim */
  number_of(profile, claim) {
    const key = `${profile.id} ${claim.bron}`;
    const known = this.#all.get(key);
    if (known) return known.number;
    const number = this.#all.size + 1;
    this.#all.set(key, { number, source: profile.bronnen[claim.bron] ?? {}, school: short_name(profile) });
    return number;
  }

  list() {
    const items = [...this.#all.values()].map(({ source, school }) => element('li', {}, `${school}: `,
      source.url ? element('a', { href: source.url, rel: 'external' }, source.titel ?? source.url) : source.titel ?? '',
      source.plaats && `, ${source.plaats}`));
    return element('section', { class: 'bronnen' }, element('h2', {}, word('sources')), element('ol', {}, ...items));
  }
}

/** What a claim says beside its state. @param {Claim} claim */
function details_of(claim) {
  /** @type {[string, string | undefined][]} */
  const parts = [
    ['amount', claim.omvang_in_woorden], ['condition', claim.voorwaarde_in_woorden], ['from', claim.vanaf_in_woorden],
    ['checked', claim.gecontroleerd_in_woorden],
  ];
  return [claim.toelichting ?? claim.tekst, ...parts.filter(([, text]) => text).map(([name, text]) => `${word(name)}: ${text}.`)]
    .filter(Boolean).join(' ');
}

/** @param {Profile} profile @param {Claim} claim @param {Sources} sources */
function claim_part(profile, claim, sources) {
  const source = profile.bronnen[claim.bron] ?? {};
  const name = `${word('source')} ${sources.number_of(profile, claim)}`;
  return element('div', { class: 'claim' },
    element('p', { class: 'status', 'data-status': look_of(claim.status) }, icon(look_of(claim.status)), status_word(claim.status)),
    claim.voor_in_woorden && element('p', { class: 'klein' }, `${word('only_for')}: ${claim.voor_in_woorden}`),
    element('p', { class: 'toelichting' }, details_of(claim)),
    claim.verouderd && element('p', { class: 'vlag' }, `${word('old')}: ${word('data_of')} ${claim.jaar}`),
    element('p', { class: 'bron' },
      source.url ? element('a', { href: source.url, rel: 'external' }, name, element('span', { class: 'vh' }, `: ${source.titel ?? ''}`)) : name,
      `, ${claim.peildatum_in_woorden}`),
    source.niet_gevonden_op && element('p', { class: 'vlag' }, `${word('source_gone')} ${in_words(source.niet_gevonden_op)}`));
}

/** @param {string} day 2026-11-25 */
const in_words = (day) => new Date(day).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });

/** @param {string} shape @param {string} text */
const state = (shape, text) => element('p', { class: 'status', 'data-status': 'open' }, icon(shape), text);

/** @param {Profile} profile @param {Topic} topic @param {Sources} sources */
function cell(profile, topic, sources) {
  const claims = claims_on(profile, topic.id);
  return element('td', {}, element('span', { class: 'van', 'aria-hidden': 'true' }, short_name(profile)),
    profile.bronnen_verschillen.includes(topic.id) && element('p', { class: 'vlag' }, word('differs')),
    ...claims.map((claim) => claim_part(profile, claim, sources)),
    claims.length === 0 && (applies(profile, topic.id) ? state('open', word('not_looked_at')) : state('nvt', word('not_applicable'))));
}

/** On a phone the explanations stand below the cells, folded. @param {Profile[]} profiles @param {Topic} topic */
function explanations(profiles, topic) {
  const items = profiles.flatMap((profile) => claims_on(profile, topic.id).map((claim) =>
    element('li', {}, element('b', {}, `${short_name(profile)}:`), ` ${status_word(claim.status)}. ${details_of(claim)}`)));
  return element('tr', { class: 'uit' }, element('td', { colspan: String(profiles.length) },
    element('details', {}, element('summary', {}, word('explanation_per_school'), element('span', { class: 'vh' }, `: ${topic.name}`)), element('ul', { class: 'kaal klein' }, ...items))));
}

/** Whether two schools give different answers. What is unknown has none. @param {Profile[]} profiles @param {Topic} topic */
function differs(profiles, topic) {
  return new Set(profiles.map((profile) => profile.antwoorden[topic.id]).filter(Boolean)).size > 1;
}

/** @param {Profile[]} profiles @param {Topic[]} topics @param {Sources} sources */
function table(profiles, topics, sources) {
  const heads = profiles.map((profile) => element('th', { scope: 'col' },
    element('a', { href: page_of(pattern, profile.id) }, short_name(profile)),
    profile.voorbeeld && element('small', {}, ` ${word('example')}`)));
  return element('table', { class: 'vgl' },
    element('caption', { class: 'vh' }, word('caption')),
    element('thead', {}, element('tr', {}, ...heads)),
    ...topics.map((topic) => element('tbody', {},
      element('tr', {}, element('th', { scope: 'rowgroup', colspan: String(profiles.length) }, topic.name)),
      element('tr', {}, ...profiles.map((profile) => cell(profile, topic, sources))),
      explanations(profiles, topic))));
}

/** @param {Topic[]} silent */
function silent_part(silent) {
  if (silent.length === 0) return false;
  return element('div', { 'data-silent': true }, element('p', {}, counted('silent', silent.length)),
    element('details', {}, element('summary', {}, word('silent_questions')),
      element('ul', {}, ...silent.map((topic) => element('li', {}, topic.question)))));
}

/** @param {Profile[]} profiles */
function show_chooser(profiles) {
  const now = beside();
  const is_full = now.length >= most_beside;
  the('legend', chooser).textContent = word('choose', { aantal: most_beside });
  for (const line of chooser.querySelectorAll('div')) line.remove();
  chooser.append(...profiles.map((profile) => {
    const box = element('input', { type: 'checkbox', name: 'naast', value: profile.id });
    box.checked = now.includes(profile.id);
    box.disabled = is_full && !box.checked;
    return element('div', { class: 'gereedschap kort' },
      element('label', { class: 'vink' }, box, element('span', {}, name_of(profile))),
      take_off_button(profile.id, name_of(profile)));
  }));
}

/** @param {Profile[]} profiles @param {string[]} missing @param {string[]} failed */
function show_table(profiles, missing, failed) {
  const sources = new Sources();
  const topics = chosen_topics().filter((topic) => profiles.some((profile) => applies(profile, topic.id)));
  const known = topics.filter((topic) => profiles.some((profile) => claims_on(profile, topic.id).length > 0));
  const different = known.filter((topic) => differs(profiles, topic));
  const shown = only_different.checked ? different : known;
  const made = shown.length > 0 && table(profiles, shown, sources);
  the('[data-only-different]').hidden = different.length === 0 && !only_different.checked;
  status.textContent = [
    failed.length > 0 && word('data_failed'),
    ...missing.map((id) => word('missing', { naam: id })),
    profiles.length < 2 && word('one_school'),
    known.length === 0 ? word('none_known') : profiles.length > 1 && (known.length > 1
      ? counted('differing', different.length, { van: known.length })
      : word(different.length > 0 ? 'differing_only' : 'differing_only_none')),
  ].filter(Boolean).join(' ');
  place.replaceChildren(...[made, silent_part(topics.filter((topic) => !known.includes(topic))), made && sources.list()]
    .filter((one) => one instanceof HTMLElement));
  come_back();
}

const buttons = () => [...chooser.querySelectorAll('button')];

let latest = 0;

async function show() {
  const turn = ++latest;
  const list = shortlist();
  start.hidden = list.length > 0;
  const lead = document.querySelector('[data-comparison-lead]');
  if (lead instanceof HTMLElement) lead.hidden = list.length > 0;
  if (list.length === 0 && part.contains(document.activeElement)) start.querySelector('a')?.focus();
  part.hidden = list.length === 0;
  if (latest === 1) other.open = list.length === 0;
  if (list.length === 0) {
    part.dataset.ready = '';
    return;
  }
  part.ariaBusy = 'true';
  const { profiles, missing, failed } = await read_profiles(pattern, list);
  // A later change has come by while this one waited.
  if (turn !== latest) return;
  part.ariaBusy = 'false';
  part.dataset.ready = '';
  const focused = document.activeElement;
  const position = buttons().indexOf(/** @type {HTMLButtonElement} */ (focused));
  again.hidden = failed.length === 0;
  const is_lost = profiles.length === 0 && failed.length > 0;
  print_button.hidden = is_lost;
  if (is_lost) {
    the('[data-only-different]').hidden = true;
    status.textContent = word('data_failed');
    return;
  }
  show_chooser(profiles);
  const now = beside();
  show_table(profiles.filter(({ id }) => now.includes(id)), missing, failed);
  // What was used is a new one now, or gone with its school: then the next.
  if (focused instanceof HTMLInputElement && focused.name === 'naast') /** @type {HTMLElement | null} */ (chooser.querySelector(`input[value="${focused.value}"]`))?.focus();
  if (position >= 0) buttons()[Math.min(position, buttons().length - 1)]?.focus();
}

function read_address() {
  read_topics();
  only_different.checked = values_of('verschil').includes('ja');
}

choices.addEventListener('change', () => {
  const boxes = /** @type {HTMLInputElement[]} */ ([...chooser.querySelectorAll('input[name=naast]')]);
  const ids = boxes.filter((box) => box.checked).map((box) => box.value);
  const is_default = ids.join() === shortlist().slice(0, most_beside).join();
  set_values({
    naast: is_default ? [] : ids,
    hulp: topic_values(),
    onderwerp: [],
    verschil: only_different.checked ? ['ja'] : [],
  });
  show();
});
again.addEventListener('click', show);
print_button.addEventListener('click', () => print());
document.addEventListener('shortlist', () => {
  show();
  part.querySelector('legend')?.scrollIntoView({ block: 'nearest' });
});
addEventListener('popstate', () => {
  read_address();
  show();
});
read_address();
show();
