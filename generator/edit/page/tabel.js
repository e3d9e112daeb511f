// A data file as a grid of cells.

import { button, element, same } from './element.js';
import { send } from './gesprek.js';

export function table_form(table, on_change) {
  let saved = table.rijen;
  let digest = table.versie;
  const body = element('tbody');
  const cell = (text, row, column) => {
    const control = element('input', { type: 'text', autocomplete: 'off', 'aria-label': `${table.kop[column]}, rij ${row + 1}` });
    control.value = text;
    return element('td', {}, control);
  };
  const renumber = () => [...body.rows].forEach((row, index) => {
    row.querySelectorAll('input').forEach((control, column) => control.setAttribute('aria-label', `${table.kop[column]}, rij ${index + 1}`));
    row.querySelector('button').setAttribute('aria-label', `Verwijder rij ${index + 1}`);
  });
  const add = (texts, index = body.rows.length) => {
    const row = element('tr', {}, texts.map((text, column) => cell(text, index, column)), element('td', {}, button('Verwijder', () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      renumber();
      (next?.querySelector('input') ?? adding).focus();
      on_change();
    })));
    body.append(row);
    return row;
  };
  const adding = button('Rij erbij', () => {
    add(table.kop.map(() => '')).querySelector('input').focus();
    renumber();
    on_change();
  });
  table.rijen.forEach((texts, index) => add(texts, index));
  renumber();
  const name = table.pad.split('/').at(-1);
  const node = element('section', { class: 'veld', 'aria-label': `Tabel ${name}` }, element('h2', {}, `Tabel ${name}`),
    element('p', { class: 'hulp' }, 'Getallen met een punt voor de decimalen en zonder punt voor duizend. Een lege cel: de bron noemt hier niets.'),
    element('div', { class: 'rooster', tabindex: '0', role: 'group', 'aria-label': `Cellen van ${name}` },
      element('table', {}, element('thead', {}, element('tr', {}, table.kop.map((words) => element('th', { scope: 'col' }, words)), element('td', {}))), body)),
    element('p', { class: 'knoppen' }, adding));
  const read = () => [...body.rows].map((row) => [...row.querySelectorAll('input')].map((control) => control.value));
  return {
    node,
    is_changed: () => !same(read(), saved),
    /// Gives the number by which it can be undone. `place` names the entry.
    async save(place) {
      const rows = read();
      const { versie, terug } = await send('tabel', { ...place, pad: table.pad, versie: digest, rijen: rows });
      digest = versie;
      saved = rows;
      return terug;
    },
  };
}
