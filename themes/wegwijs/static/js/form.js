// A school fills in what it knows. Everything stays on the device until the school mails the file.

import { element, the } from './elements.js';
import { counted, word } from './words.js';

/** @typedef {{ veld: string, antwoord?: string, uitleg?: string, vanaf?: string, bron?: { plaats: string }, gezien?: string }} Said */
/** For which pupils, by the keys of the schema. @typedef {Said & Record<string, unknown>} Answer */

const form = /** @type {HTMLFormElement} */ (the('[data-form]'));
const facts = form.dataset;
const limit = Number(facts.limit);
const key = `wegwijs-aanvullen-${facts.collection}-${facts.entry}`;
const rows = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('[data-row]')]);
const keep = /** @type {HTMLInputElement} */ (the('[data-keep]'));
const wipe = the('[data-wipe]');
const status = the('[data-status]');
const more = /** @type {HTMLTemplateElement} */ (the('[data-more]'));
const file = /** @type {HTMLInputElement} */ (the('[data-file]'));
const mail_link = /** @type {HTMLAnchorElement} */ (the('[data-mail-link]'));
const level_key = facts.levelKey ?? '';
const year_key = facts.yearKey ?? '';
const new_facts = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[data-fact]')]);
let is_saved = true;

/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement | HTMLSelectElement | null} */ (form.elements.namedItem(name));
/** @param {string} name */
const value = (name) => field(name)?.value.trim() ?? '';
/** @param {HTMLElement} row @param {string} selector */
const part = (row, selector) => /** @type {HTMLInputElement | null} */ (row.querySelector(selector));
/** @param {HTMLElement} row */
const text_of = (row) => /** @type {HTMLTextAreaElement} */ (the('textarea', row));
/** @param {HTMLElement} row */
const choice_of = (row) => part(row, 'input[type=radio]:checked')?.value ?? '';
/** @param {HTMLElement} row */
const is_answered = (row) => choice_of(row) !== '' || text_of(row).value.trim() !== '';
/** @param {HTMLElement} row */
const topic_of = (row) => the('legend', row).textContent ?? '';
const words_of = (/** @type {string} */ text) => text.split(/[,; ]+/).filter(Boolean);
const length_of = (/** @type {string} */ text) => [...text.trim()].length;

/** Levels, years, from when and page: only where there is an answer, so that the page stays short. @param {HTMLElement} row */
function offer_more(row) {
  if (!row.querySelector('.meer') && is_answered(row)) row.append(more.content.cloneNode(true));
}

/** @param {HTMLElement} row @returns {Answer} */
function answer_of(row) {
  /** @type {Answer} */
  const answer = { veld: row.dataset.row ?? '', gezien: row.dataset.seen ?? '' };
  const explanation = text_of(row).value.trim();
  const levels = [...row.querySelectorAll('[data-level]:checked')].map((box) => /** @type {HTMLInputElement} */ (box).value);
  const years = words_of(part(row, '[data-years]')?.value ?? '');
  const from = part(row, '[data-from]')?.value.trim();
  const page = part(row, '[data-page]')?.value.trim();
  if (choice_of(row)) answer.antwoord = choice_of(row);
  if (explanation) answer.uitleg = explanation;
  if (levels.length > 0) answer[level_key] = levels;
  if (years.length > 0) answer[year_key] = years;
  if (from) answer.vanaf = from;
  if (page) answer.bron = { plaats: page };
  return answer;
}

const today = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
};

function delivery() {
  const is_new = facts.entry === '';
  return {
    soort: 'wegwijs-wijziging',
    versie: 1,
    verzameling: facts.collection,
    id: facts.entry,
    naam: is_new ? value('naam') : facts.name,
    ...(is_new && { nieuw: true, gegevens: Object.fromEntries(new_facts.map((input) => [input.name, input.value.trim()])) }),
    profielversie: facts.version,
    gemaakt_op: today(),
    functie: value('functie'),
    bron: { soort: value('bron-soort'), titel: value('bron-titel'), url: value('bron-url') },
    antwoorden: rows.filter(is_answered).map(answer_of),
  };
}

/** @param {HTMLElement} row */
function mistake_of(row) {
  const over = length_of(text_of(row).value) - limit;
  if (over > 0) return counted('too_long', over, { onderwerp: topic_of(row) });
  const needs_text = row.querySelector('input[type=radio]:checked')?.hasAttribute('data-needs-text') ?? false;
  return needs_text && text_of(row).value.trim() === '' ? word('needs_text', { onderwerp: topic_of(row) }) : '';
}

/** The message stands at its field; it goes away while typing. @param {HTMLElement} row @param {string} mistake */
function tell(row, mistake) {
  const text = text_of(row);
  row.querySelector('.fout')?.remove();
  text.toggleAttribute('aria-invalid', false);
  text.removeAttribute('aria-describedby');
  if (mistake === '') return;
  const id = `${row.id}-fout`;
  text.setAttribute('aria-invalid', 'true');
  text.setAttribute('aria-describedby', id);
  text.parentElement?.after(element('p', { class: 'fout', id }, mistake));
}

/** All that is not right yet, with the field that it is about. @returns {[HTMLElement, string][]} */
function mistakes() {
  /** @type {[HTMLElement, string][]} */
  const found = [];
  const name = field('naam');
  if (name && name.value.trim() === '') found.push([name, word('needs_name')]);
  const has_claims = rows.some((row) => is_answered(row) && !['klopt', 'klopt_niet'].includes(choice_of(row)));
  const source = field('bron-titel');
  if (has_claims && source && value('bron-titel') === '' && value('bron-url') === '') found.push([source, word('needs_source')]);
  for (const row of rows) {
    const mistake = mistake_of(row);
    tell(row, mistake);
    if (mistake) found.push([text_of(row), mistake]);
  }
  return found;
}

function show_mistakes() {
  const found = mistakes();
  const summary = the('[data-errors]');
  summary.hidden = found.length === 0;
  the('[data-error-list]').replaceChildren(...found.map(([target, mistake]) => {
    const link = element('a', { href: `#${target.id || target.closest('[data-row]')?.id}` }, mistake);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const group = target.closest('details');
      if (group) group.open = true;
      target.focus();
    });
    return element('li', {}, link);
  }));
  if (found.length > 0) summary.focus();
}

function show_progress() {
  const answered = rows.filter(is_answered);
  const confirmed = answered.filter((row) => choice_of(row) === 'klopt');
  the('[data-progress]').textContent = word('progress', { aantal: answered.length, totaal: facts.total ?? '', bevestigd: confirmed.length });
  for (const group of form.querySelectorAll('[data-group]')) {
    const own = /** @type {HTMLElement[]} */ ([...group.querySelectorAll('[data-row]')]);
    the('[data-group-count]', group).textContent = `${own.filter(is_answered).length} / ${own.length}`;
  }
}

function keep_draft() {
  try {
    if (keep.checked) localStorage.setItem(key, JSON.stringify(delivery()));
    wipe.hidden = localStorage.getItem(key) === null;
  } catch {
    keep.checked = false;
    status.textContent = word('no_storage');
  }
}

function forget() {
  try {
    localStorage.removeItem(key);
  } catch { /* nothing was kept */ }
  keep.checked = false;
  wipe.hidden = true;
}

function read_draft() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {unknown} list */
const texts_in = (list) => Array.isArray(list) ? list.map(String) : [];

/** @param {HTMLElement} row @param {Answer} answer */
function fill_in(row, answer) {
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll('input[type=radio]'))) radio.checked = radio.value === (answer.antwoord ?? '');
  text_of(row).value = answer.uitleg ?? '';
  offer_more(row);
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll('[data-level]'))) box.checked = texts_in(answer[level_key]).includes(box.value);
  for (const [selector, text] of [['[data-years]', texts_in(answer[year_key]).join(', ')], ['[data-from]', answer.vanaf ?? ''], ['[data-page]', answer.bron?.plaats ?? '']]) {
    const input = part(row, selector);
    if (input) input.value = text;
  }
}

/** Puts back what a file or a draft holds; says what it did. @param {string} bytes */
function restore(bytes) {
  let saved;
  try {
    saved = JSON.parse(bytes);
  } catch {
    return word('no_form');
  }
  if (saved?.soort !== 'wegwijs-wijziging' || saved.versie !== 1 || !Array.isArray(saved.antwoorden)) return word('no_form');
  if (saved.verzameling !== facts.collection || (saved.id ?? '') !== facts.entry) return word('other', { naam: String(saved.naam ?? '') });
  const texts = { ...saved.gegevens, naam: saved.naam, functie: saved.functie, 'bron-soort': saved.bron?.soort, 'bron-titel': saved.bron?.titel, 'bron-url': saved.bron?.url };
  for (const [name, text] of Object.entries(texts)) {
    const input = field(name);
    if (input && typeof text === 'string' && text) input.value = text;
  }
  const changed = [];
  let count = 0;
  for (const answer of /** @type {Answer[]} */ (saved.antwoorden)) {
    const row = rows.find((one) => one.dataset.row === answer.veld);
    if (!row) continue;
    fill_in(row, answer);
    ++count;
    if ((answer.gezien ?? '') !== (row.dataset.seen ?? '')) changed.push(topic_of(row));
  }
  show_progress();
  return [counted('restored', count), changed.length > 0 && word('changed', { onderwerpen: changed.join('; ') })].filter(Boolean).join(' ');
}

function save() {
  const made = delivery();
  show_mistakes();
  if (made.antwoorden.length === 0 && facts.entry !== '') {
    status.textContent = word('nothing');
    return;
  }
  const name = `${facts.entry || 'nieuwe-school'}.wijziging.json`;
  const address = URL.createObjectURL(new Blob([JSON.stringify(made, null, 1)], { type: 'application/json' }));
  const link = element('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  is_saved = true;
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  status.textContent = [word('saved', { bestand: name, tijd: time }), !facts.mail && word('attach_where')].filter(Boolean).join(' ');
  if (!facts.mail) return;
  const subject = word('subject', { naam: String(made.naam) });
  mail_link.href = `mailto:${facts.mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(word('attach', { bestand: name }))}`;
  mail_link.hidden = false;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  save();
});
// The Enter key in a line of text would save, which nobody means.
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
});
form.addEventListener('input', (event) => {
  if (event.target === keep || event.target === file) return;
  const row = event.target instanceof HTMLElement ? /** @type {HTMLElement | null} */ (event.target.closest('[data-row]')) : null;
  is_saved = false;
  if (row) {
    offer_more(row);
    if (row.querySelector('.fout')) tell(row, mistake_of(row));
  }
  show_progress();
  keep_draft();
});
form.addEventListener('focusout', (event) => {
  const row = event.target instanceof HTMLTextAreaElement ? /** @type {HTMLElement | null} */ (event.target.closest('[data-row]')) : null;
  if (row && length_of(text_of(row).value) > limit) tell(row, mistake_of(row));
});
keep.addEventListener('change', () => {
  if (keep.checked) keep_draft();
  else forget();
});
wipe.addEventListener('click', () => {
  forget();
  status.textContent = word('wiped');
});
the('[data-open]').addEventListener('click', () => file.click());
file.addEventListener('change', async () => {
  const chosen = file.files?.[0];
  if (chosen) status.textContent = restore(await chosen.text());
  file.value = '';
  status.scrollIntoView({ block: 'nearest' });
});
function open_all() {
  for (const group of form.querySelectorAll('details')) group.open = true;
}
addEventListener('beforeprint', () => {
  open_all();
  // On paper nobody scrolls.
  for (const area of form.querySelectorAll('textarea')) if (area.value) area.style.height = `${area.scrollHeight}px`;
});
the('[data-print]').addEventListener('click', () => {
  open_all();
  print();
});
addEventListener('beforeunload', (event) => {
  if (!is_saved && !keep.checked) event.preventDefault();
});

const draft = read_draft();
if (draft) {
  const box = the('[data-draft]');
  wipe.hidden = false;
  try {
    const kept = JSON.parse(draft);
    the('[data-draft-text]').textContent = counted('draft', kept.antwoorden.length, { datum: kept.gemaakt_op });
    box.hidden = false;
  } catch {
    forget();
  }
  the('[data-draft-use]').addEventListener('click', () => {
    status.textContent = restore(draft);
    keep.checked = true;
    box.hidden = true;
    the('h1').scrollIntoView();
  });
  the('[data-draft-drop]').addEventListener('click', () => {
    forget();
    box.hidden = true;
  });
}
for (const part_with_script of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-with-script]'))) part_with_script.hidden = false;
show_progress();
