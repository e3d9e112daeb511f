// What there is: the list at the side, the entries of a collection, and what asks for attention.

import { button, counted, element, the } from './element.js';
import { ask } from './gesprek.js';
import { ask_for_new } from './vensters.js';

let overview = null;

export const address_of_entry = (collection, name, field) => `#/stuk/${collection}/${name}${field ? `/${field}` : ''}`;

/// As of the last `refresh_overview`.
export const the_site = () => overview;

function marks_of(entry) {
  const marks = [];
  if (entry.staat) marks.push(element('span', { class: 'vlag' }, entry.staat.soort));
  if (entry.fouten) marks.push(element('span', { class: 'vlag erg' }, counted(entry.fouten, 'fout', 'fouten')));
  else if (entry.tips) marks.push(element('span', { class: 'vlag' }, counted(entry.tips, 'tip', 'tips')));
  return marks;
}

const entry_link = (collection, entry) => element('li', {}, element('a', { href: address_of_entry(collection.naam, entry.naam) }, element('span', {}, entry.titel), ...marks_of(entry)));

const searched = (text) => text.toLocaleLowerCase('nl').normalize('NFD').replace(/\p{M}/gu, '');

export function show_collections() {
  const wanted = searched(the('#zoek').value.trim());
  const list = the('[data-collections]');
  const here = decodeURIComponent(location.hash).split('/')[2];
  if (wanted === '') {
    list.replaceChildren(...overview.verzamelingen.map((one) => element('li', {}, element('a', { href: `#/verzameling/${one.naam}`, 'aria-current': one.naam === here ? 'true' : null }, element('span', {}, one.label), element('b', {}, String(one.stukken.length))))));
    the('[data-found]').textContent = '';
    return;
  }
  const found = overview.verzamelingen.flatMap((collection) => collection.stukken.filter((entry) => searched(`${entry.titel} ${entry.naam}`).includes(wanted)).map((entry) => ({ collection, entry })));
  the('[data-found]').textContent = counted(found.length, 'gevonden', 'gevonden');
  list.replaceChildren(...found.slice(0, 50).map(({ collection, entry }) => entry_link(collection, entry)));
}

/// Asks what there is, and shows it in the list.
export async function refresh_overview() {
  overview = await ask('overzicht');
  the('[data-site]').textContent = overview.titel;
  the('[data-preview-home]').setAttribute('href', `${overview.voorvoegsel}/`);
  show_collections();
}

/// One collection, into `view`. `opened_new` is called with what was made in it.
export async function show_collection(view, name, opened_new) {
  const collection = overview.verzamelingen.find((one) => one.naam === name);
  if (!collection) {
    await show_start(view);
    return;
  }
  const is_empty = collection.stukken.length === 0;
  view.replaceChildren(
    element('h1', {}, collection.label),
    collection.tabel ? '' : element('p', { class: 'knoppen' }, button(`${collection.een}: nieuw stuk`, () => ask_for_new(collection, opened_new), { class: 'knop' })),
    is_empty ? element('p', {}, 'Hier is nog niets.') : element('ul', { class: 'telt' }, collection.stukken.map((entry) => entry_link(collection, entry))));
}

/// What asks for attention, into `view`.
export async function show_start(view) {
  view.replaceChildren(element('h1', {}, 'Wat vraagt aandacht?'), element('p', { role: 'status' }, 'Even kijken…'));
  const { aandacht } = await ask('aandacht');
  const kinds = aandacht.map(({ soort, titel, stukken }) => element('details', { class: 'aandacht', open: ['fouten', 'gaat-weg'].includes(soort) },
    element('summary', {}, element('h2', {}, titel), ' ', element('b', {}, String(stukken.length))),
    element('ul', { class: 'telt' }, stukken.slice(0, 200).map((one) => element('li', {}, element('a', { href: address_of_entry(one.verzameling, one.naam, one.veld) }, element('span', {}, one.titel), element('span', { class: 'stil' }, one.over ? `${one.over}${one.aantal > 1 ? ` en ${one.aantal - 1} meer` : ''}` : String(one.aantal ?? ''))))))));
  view.replaceChildren(element('h1', {}, 'Wat vraagt aandacht?'), kinds.length === 0 ? element('p', {}, 'Niets: alles is ingevuld en klopt.') : element('div', {}, kinds));
}

