// What schools sent: what it would change, answer by answer, and taking in what is ticked.

import { button, counted, element, new_id } from './element.js';
import { as_refusal, ask, send, send_file } from './gesprek.js';

const order = ['niet_begrepen', 'spreekt_tegen', 'gewijzigd', 'nieuw', 'bevestigd', 'stond_er_al'];

function answer_node(answer, on_change) {
  const id = new_id('antwoord');
  const box = answer.kan_over ? element('input', { type: 'checkbox', id, value: answer.veld, checked: answer.neem_over, onchange: on_change }) : null;
  const topic = answer.onderwerp || answer.plaats;
  const facts = [['Nu op de site', answer.nu], ['Volgens de school', answer.school], ['Let op', answer.opmerking]].filter(([, words]) => words);
  return element('li', {},
    box ? element('label', { class: 'vink', for: id }, box, ` ${topic}`) : element('b', {}, topic),
    element('dl', { class: 'feiten' }, facts.map(([name, words]) => element('div', {}, element('dt', {}, name), element('dd', {}, words)))));
}

/// One file. `done` is called with what the program answered, and words.
function delivery_node(delivery, done) {
  const status = element('p', { role: 'status' });
  const name = delivery.naam || delivery.bestand;
  const boxes = () => [...node.querySelectorAll('input[type=checkbox]')];
  const ticked = () => boxes().filter((box) => box.checked).map((box) => box.value);
  const act = async (path, fields, words) => {
    status.replaceChildren('Bezig…');
    try {
      const told = await send(path, { bestand: delivery.bestand, versie: delivery.versie, profielversie: delivery.profielversie, velden: fields });
      await done(told, words(told));
    } catch (thrown) {
      const refusal = as_refusal(thrown);
      status.replaceChildren(refusal.message, ' ', refusal.status === 409 ? button('Kijk opnieuw', () => done(null)) : '');
    }
  };
  const take = button('', () => act('overnemen', ticked(), ({ aantal }) => (delivery.nieuw ? `${name} is een klad geworden.` : `${counted(aantal, 'antwoord', 'antwoorden')} van ${name} overgenomen.`)), { class: 'knop' });
  const update = () => {
    const count = ticked().length;
    take.textContent = delivery.nieuw ? `Maak een klad met ${counted(count, 'antwoord', 'antwoorden')}` : `Neem ${counted(count, 'antwoord', 'antwoorden')} over`;
    take.disabled = count === 0 && !delivery.nieuw;
  };
  const put_away = button('Haal uit de lijst', () => act('opbergen', [], () => `${delivery.bestand} is uit de lijst.`), { 'aria-label': `Haal uit de lijst: ${delivery.bestand}` });
  const groups = order.map((kind) => delivery.antwoorden.filter(({ oordeel }) => oordeel === kind)).filter((answers) => answers.length > 0);
  const node = element('section', { class: 'aanlevering', 'data-delivery': delivery.bestand },
    element('h2', {}, name),
    element('p', { class: 'stil' }, `Bestand ${delivery.bestand}`, delivery.ingevuld_op ? `, ingevuld op ${delivery.ingevuld_op}` : '', delivery.functie ? ` door: ${delivery.functie}` : '', '.'),
    delivery.geweigerd ? element('p', { class: 'foutzin' }, `Hiervan kan niets worden overgenomen. ${delivery.geweigerd}`) : '',
    delivery.opmerkingen.map((words) => element('p', { class: 'raadzin' }, words)),
    groups.map((answers) => element('details', { open: !['stond_er_al'].includes(answers[0].oordeel) },
      element('summary', {}, element('h3', {}, `${answers[0].oordeel_in_woorden} (${answers.length})`)),
      element('ul', { class: 'rijen' }, answers.map((answer) => answer_node(answer, () => update()))))),
    status,
    element('p', { class: 'knoppen' }, delivery.geweigerd || (!delivery.nieuw && boxes_of(delivery) === 0) ? '' : take, put_away));
  update();
  return node;
}

const boxes_of = (delivery) => delivery.antwoorden.filter(({ kan_over }) => kan_over).length;

/// Shows the list in `view`. `tell_done` is given the number by which the last act can be undone, and words.
export async function show_deliveries(view, tell_done) {
  const again = () => show_deliveries(view, tell_done);
  const { aanleveringen, niet_getoond: more } = await ask('aanleveringen');
  const status = element('p', { role: 'status' });
  const take_files = async (files) => {
    for (const file of files) {
      status.replaceChildren(`${file.name}: bezig…`);
      try {
        await send_file('ontvang', { naam: file.name }, file);
      } catch (thrown) {
        status.replaceChildren(`${file.name}: ${as_refusal(thrown).message}`);
        return;
      }
    }
    await again();
  };
  const id = new_id('bestand');
  const chooser = element('input', { type: 'file', id, multiple: true, accept: '.json,.xlsx,.ods,.csv', onchange: () => take_files(chooser.files) });
  const place = element('div', { class: 'neerleggen',
    ondragover: (event) => event.preventDefault(),
    ondrop: (event) => {
      event.preventDefault();
      take_files(event.dataTransfer.files);
    } },
  element('p', { class: 'veld' }, element('label', { for: id }, 'Bestanden van scholen: kies ze, of sleep ze hierheen'), chooser), status);
  const done = async (told, words) => {
    await again();
    if (told) tell_done(told.terug, words);
  };
  view.replaceChildren(element('h1', { tabindex: '-1' }, 'Aanleveringen'),
    element('p', {}, 'Wat scholen stuurden, uit de map ', element('code', {}, 'inkomend'), '. Er verandert pas iets als u op een knop drukt.'), place,
    element('div', {}, aanleveringen.length === 0 ? element('p', {}, 'Er ligt niets.') : aanleveringen.map((delivery) => delivery_node(delivery, done))),
    more > 0 ? element('p', { class: 'raadzin' }, `Er liggen er nog ${more}. Haal er eerst uit de lijst.`) : '');
}
