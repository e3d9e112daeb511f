// The dialogs: new, another address, take away, a picture, and two people at one file.

import { button, element, new_id, same } from './element.js';
import { as_refusal, send, send_file } from './gesprek.js';

const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('[data-dialog]'));
const waiting_ms = 400;

function show(title, ...parts) {
  dialog.replaceChildren(element('h2', { id: 'venster-kop' }, title), ...parts);
  dialog.showModal();
}

const close = () => dialog.close();
const cancel = (words = 'Annuleer') => button(words, close);

function field(label, value = '', about = {}) {
  const id = new_id('venster');
  const control = element('input', { id, autocomplete: 'off', ...about });
  control.value = value;
  return { control, node: element('p', { class: 'veld' }, element('label', { for: id }, label), control) };
}

/// Calls `use` a moment after the last key.
function after_typing(control, use) {
  let timer = 0;
  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(use, waiting_ms);
  });
}

async function in_words(status, act) {
  try {
    return await act();
  } catch (thrown) {
    status.replaceChildren(as_refusal(thrown).message);
    return null;
  }
}

export function ask_for_new(collection, opened) {
  const title = field('Titel');
  const name = field('Naam in het adres (leeg: uit de titel)');
  const status = element('p', { role: 'status', class: 'stil' });
  const make = element('button', { class: 'knop', type: 'submit' }, 'Maak het als klad');
  const wish = (carry_out) => ({ verzameling: collection.naam, titel: title.control.value.trim(), naam: name.control.value.trim(), uitvoeren: carry_out });
  const look = async () => {
    const told = await in_words(status, () => send('nieuw', wish(false)));
    if (told) status.replaceChildren(told.adres ? `Het adres wordt ${told.adres}. Dat is nog vrij.` : `Het bestand wordt ${told.pad}.`);
  };
  after_typing(title.control, look);
  after_typing(name.control, look);
  const form = element('form', { onsubmit: async (event) => {
    event.preventDefault();
    const told = await in_words(status, () => send('nieuw', wish(true)));
    if (!told) return;
    close();
    await opened(collection.naam, told.naam, told.terug);
  } }, title.node, name.node, status, element('p', { class: 'knoppen' }, make, cancel()));
  show(`${collection.een}: nieuw stuk`, element('p', {}, 'Een klad staat nog niet op de site.'), form);
  title.control.focus();
}

/// What a rename or a removal does, before it is done.
function plan_node(plan) {
  const count = plan.verwijzingen.length;
  return element('div', {},
    plan.bezwaren.length > 0 ? element('div', { class: 'foutlijst' }, element('h3', {}, 'Dit kan niet'), element('ul', {}, plan.bezwaren.map((words) => element('li', {}, words)))) : '',
    plan.oud_adres && plan.oud_adres !== plan.nieuw_adres ? element('p', {}, element('b', {}, 'Het oude adres blijft werken.'), ` Wie ${plan.oud_adres} opent, komt op ${plan.nieuw_adres}.`) : '',
    count === 0 ? element('p', {}, 'Niets verwijst hiernaar.') : element('details', { open: count <= 10 },
      element('summary', {}, `${count} ${count === 1 ? 'verwijzing verandert' : 'verwijzingen veranderen'} mee, in ${plan.bestanden} ${plan.bestanden === 1 ? 'bestand' : 'bestanden'}`),
      element('ul', {}, plan.verwijzingen.map((one) => element('li', {}, one.titel, element('span', { class: 'stil' }, ` ${one.waar}`))))),
    plan.opmerkingen.map((words) => element('p', { class: 'stil' }, words)),
    element('p', { class: 'stil' }, 'Alles gaat in één keer, of niets.'));
}

function ask_with_plan({ title, words, input, path, wish, act_words, done }) {
  const status = element('div', { role: 'status' });
  const act = element('button', { class: 'knop', type: 'submit', disabled: true }, act_words(0));
  const look = async () => {
    act.disabled = true;
    const plan = await in_words(status, () => send(path, wish(input.control.value.trim(), false)));
    if (!plan) return;
    status.replaceChildren(plan_node(plan));
    act.textContent = act_words(plan.verwijzingen.length);
    act.disabled = !plan.kan;
  };
  after_typing(input.control, look);
  const form = element('form', { onsubmit: async (event) => {
    event.preventDefault();
    const plan = await in_words(status, () => send(path, wish(input.control.value.trim(), true)));
    if (!plan) return;
    if (!plan.gedaan) {
      status.replaceChildren(plan_node(plan));
      return;
    }
    close();
    await done(plan.terug, input.control.value.trim());
  } }, input.node, status, element('p', { class: 'knoppen' }, act, cancel()));
  show(title, element('p', {}, words), form);
  input.control.focus();
  return look;
}

export function ask_to_rename(entry, opened) {
  ask_with_plan({
    title: 'Verander het adres',
    words: `Nu heet dit stuk ${entry.naam}. De titel verandert niet.`,
    input: field('Nieuwe naam: kleine letters, cijfers en streepjes', entry.naam),
    path: 'hernoem',
    wish: (name, carry_out) => ({ verzameling: entry.verzameling, naam: entry.naam, nieuw: name, uitvoeren: carry_out }),
    act_words: (count) => (count > 0 ? `Verander adres en ${count} ${count === 1 ? 'verwijzing' : 'verwijzingen'}` : 'Verander het adres'),
    done: (number, name) => opened(entry.verzameling, name, number),
  });
}

export function ask_to_remove(entry, done) {
  const look = ask_with_plan({
    title: `Verwijder: ${entry.titel}`,
    words: 'Waar gaat wie het oude adres opent voortaan heen? Leeg: naar de lijst waarin dit stuk stond.',
    input: field('Adres van een andere pagina (mag leeg)', '', { placeholder: '/…/' }),
    path: 'verwijder',
    wish: (target, carry_out) => ({ verzameling: entry.verzameling, naam: entry.naam, naar: target, uitvoeren: carry_out }),
    act_words: (count) => (count > 0 ? `Verwijder dit en verander ${count} ${count === 1 ? 'verwijzing' : 'verwijzingen'}` : 'Verwijder dit'),
    done,
  });
  look();
}

export function ask_for_picture(text, on_change) {
  const file = field('Bestand', '', { type: 'file', accept: '.jpg,.jpeg,.png,.webp,.gif,.svg,.pdf', required: true });
  const words = field('Wat is erop te zien? Voor wie het niet ziet', '', { required: true });
  const status = element('p', { role: 'status' });
  const place = text.selectionStart;
  const form = element('form', { onsubmit: async (event) => {
    event.preventDefault();
    const [chosen] = file.control.files;
    status.replaceChildren('Bezig…');
    const told = await in_words(status, () => send_file('beeld', { naam: chosen.name }, chosen));
    if (!told) return;
    const description = words.control.value.trim().replace(/[[\]]/g, '');
    const is_picture = !told.adres.endsWith('.pdf');
    text.setRangeText(`${is_picture ? '!' : ''}[${description}](${told.adres})`, place, place, 'end');
    close();
    text.focus();
    on_change();
  } }, file.node, words.node, element('p', { class: 'stil' }, 'Hooguit 25 MB. Een grote foto wordt kleiner gemaakt, en de plaats waar hij genomen is gaat eruit.'), status,
  element('p', { class: 'knoppen' }, element('button', { class: 'knop', type: 'submit' }, 'Zet het in de tekst'), cancel()));
  show('Plaatje erbij', form);
  file.control.focus();
}

const in_lines = (value) => (value === undefined || value === null ? 'Niets' : typeof value === 'string' ? value : JSON.stringify(value, null, 1).replace(/["{}[\],]/g, '').split('\n').filter((one) => one.trim()).join('\n'));

/// Two people changed one file: what only one of them changed goes together; for the rest somebody chooses, by field.
export function show_conflict(form, now, go_on) {
  const { entry } = form;
  const mine = form.snapshot();
  const values = { ...now.waarden };
  const asked = [];
  const joined = [];
  const fields = entry.velden.map(({ id, label }) => ({ id, label, was: entry.waarden[id], there: now.waarden[id], here: same(mine.fields.get(id), form.before.fields.get(id)) ? entry.waarden[id] : mine.fields.get(id) }));
  if (entry.tekst !== undefined) fields.push({ id: 'tekst', label: 'Tekst', was: entry.tekst, there: now.tekst, here: mine.text, is_text: true });
  let text = now.tekst;
  for (const one of fields) {
    const is_mine = !same(one.here, one.was);
    const is_theirs = !same(one.there, one.was);
    if (is_mine && is_theirs && !same(one.here, one.there)) asked.push(one);
    else if (is_mine && one.is_text) text = one.here;
    else if (is_mine) values[one.id] = one.here;
    if (is_mine !== is_theirs) joined.push(`${one.label} (${is_mine ? 'van u' : 'in het bestand'})`);
  }
  const choices = asked.map((one) => {
    const name = new_id('keuze');
    const radio = (value) => element('input', { type: 'radio', name, value, required: true });
    const node = element('fieldset', {}, element('legend', {}, one.label), element('div', { class: 'paar' },
      element('div', {}, element('h3', {}, 'In het bestand'), element('pre', {}, in_lines(one.there)), element('label', { class: 'vink' }, radio('there'), ' Houd deze')),
      element('div', {}, element('h3', {}, 'Van u'), element('pre', {}, in_lines(one.here)), element('label', { class: 'vink' }, radio('here'), ' Houd deze'))));
    return { one, node, read: () => node.querySelector('input:checked')?.value };
  });
  const data = element('form', { 'data-conflict': true, onsubmit: (event) => {
    event.preventDefault();
    for (const { one, read } of choices) {
      if (one.is_text) text = one[read()];
      else values[one.id] = one[read()];
    }
    close();
    go_on(values, text);
  } },
  element('p', {}, choices.length > 0 ? 'Terwijl u bezig was, is dit bestand bewaard. Kies per veld dat u allebei veranderde.' : 'Terwijl u bezig was, is dit bestand bewaard. Uw wijzigingen en die van de ander gaan samen.'),
  choices.map(({ node }) => node), joined.length > 0 ? element('p', { class: 'stil' }, `Gaat vanzelf samen: ${joined.join(', ')}.`) : '',
  element('p', { class: 'knoppen' }, element('button', { class: 'knop', type: 'submit' }, choices.length > 0 ? 'Bewaar mijn keuze' : 'Bewaar samen'), cancel('Terug naar het formulier')));
  show('Iemand anders heeft dit bestand veranderd', data);
}
