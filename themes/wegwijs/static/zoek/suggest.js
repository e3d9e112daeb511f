// Suggestions below the search field of every page but the one with results, as a combobox: the field
// keeps the focus, the arrow keys go through the list, Enter opens what is chosen, and without a choice asks the question.

import { the } from '../js/elements.js';
import { ask } from './search.js';

const most = 6;

/** @param {HTMLInputElement} field */
export function start(field) {
  if (field.dataset.ready) return;
  field.dataset.ready = 'yes';
  const row = the('.zoek-rij');
  const text_of = row.dataset;
  const list = document.createElement('ul');
  Object.assign(list, { id: 'zoek-suggesties', className: 'suggesties kaal', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', text_of.suggestions ?? '');
  const status = document.createElement('span');
  status.className = 'vh';
  status.setAttribute('role', 'status');
  row.append(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) field.setAttribute(name, value);

  let turn = 0;
  /** @type {number | undefined} */
  let waiting;

  const options = () => [...list.querySelectorAll('li')];
  const chosen = () => options().findIndex((one) => one.getAttribute('aria-selected') === 'true');

  /** @param {number} number */
  const choose = (number) => {
    options().forEach((one, place) => one.setAttribute('aria-selected', String(place === number)));
    const one = options()[number];
    if (one) field.setAttribute('aria-activedescendant', one.id);
    else field.removeAttribute('aria-activedescendant');
    one?.scrollIntoView({ block: 'nearest' });
  };
  const hide = () => {
    list.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    choose(-1);
  };
  /** Hides the list, and whatever is still asked. */
  const close = () => {
    ++turn;
    clearTimeout(waiting);
    hide();
  };

  /** @param {SearchResult} result @param {number} number */
  const option = (result, number) => {
    const one = document.createElement('li');
    one.id = `zoek-suggestie-${number}`;
    one.setAttribute('role', 'option');
    one.setAttribute('aria-selected', 'false');
    one.dataset.address = new URL('..' + result.address, import.meta.url).pathname;
    const kind = document.createElement('span');
    kind.className = 'klein stil';
    kind.textContent = result.kind;
    const title = document.createElement('span');
    if (result.language) Object.assign(title, { lang: result.language, dir: 'auto' });
    title.textContent = result.title;
    one.append(title, ' ', kind);
    return one;
  };

  /** By a link, so that the list and the wishes of the reader go along. @param {HTMLElement} one */
  const open = (one) => {
    const link = document.createElement('a');
    link.href = one.dataset.address ?? '';
    link.hidden = true;
    row.append(link);
    link.click();
    link.remove();
  };

  const show = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    if (query.length < 2) return hide();
    let found;
    try {
      found = await ask(query, { is_typing: true, most });
    } catch {
      // The question itself can still be asked.
      return mine === turn && hide();
    }
    if (mine !== turn || document.activeElement !== field) return;
    const results = found.groups.flatMap((group) => group.results).sort((left, right) => right.score - left.score).slice(0, most);
    // Letters that were typed since are asked in their turn.
    if (!results.length || found.unsure) return hide();
    // What was chosen while the answer came stays chosen.
    const before = options()[chosen()]?.dataset.address;
    list.replaceChildren(...results.map(option));
    choose(options().findIndex((one) => one.dataset.address === before));
    list.hidden = false;
    field.setAttribute('aria-expanded', 'true');
    status.textContent = text_of.suggestionCount?.replace('{aantal}', String(results.length)) ?? '';
  };

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const count = options().length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.hidden) {
      if (event.key === 'ArrowDown') show();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      // One place of the circle is the field itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose((chosen() + 1 + step + count + 1) % (count + 1) - 1);
    } else if (event.key === 'Enter' && !list.hidden && chosen() >= 0) {
      event.preventDefault();
      open(options()[chosen()]);
    }
  });
  // A press on an option must not take the focus from the field before it is a click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const one = event.target instanceof Element && event.target.closest('li');
    if (one) open(one);
  });
  // A window that goes to the back takes no focus from the field.
  field.addEventListener('blur', () => { if (document.activeElement !== field) close(); });
  field.addEventListener('focus', () => { if (field.value.trim()) show(); });
  if (field.value.trim()) show();
  else ask('').catch(() => {});
}
