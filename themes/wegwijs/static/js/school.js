// On the page of a school: what it says on the wishes of the reader, and how far it is, at the top.

import { values_of } from './address.js';
import { element, is_wide, the } from './elements.js';
import { counted, how_far, word } from './words.js';

const part = the('[data-school]');
const list = the('ul', part);

/** The line of a wish of which a source says something here. @param {HTMLElement} row */
function wish(row) {
  const name = (row.querySelector('h3')?.textContent ?? '').trim();
  const said = [...new Set([...row.querySelectorAll('.status')].map((one) => (one.textContent ?? '').trim()))];
  return element('li', {}, `${word('own_wish')} `, element('a', { href: `#${row.id}` }, name), said.length > 0 && `: ${said.join(', ')}`);
}

function show_wishes() {
  const wishes = values_of('hulp');
  const known = wishes.map((id) => document.getElementById(`pagina-${id}`)).filter((row) => row !== null);
  // A wish that is no topic of this school, or of no school at all, is no open question.
  const open = wishes.filter((id) => document.getElementById(`pagina-vraag-${id}`));
  list.prepend(...known.map(wish), ...open.length > 0
    ? [element('li', {}, element('a', { href: `#pagina-vraag-${open[0]}` }, counted('wishes_open', open.length)))] : []);
}

async function show_distance() {
  const { postcode = '', places = '' } = part.dataset;
  const [home = ''] = values_of('postcode');
  if (!home || !postcode || !places) return;
  const code = postcode.slice(0, 4);
  // Who gave a postcode asked for distances; without the file there is none, and nothing is said.
  const { distances } = await import('./distance.js');
  const away = await distances(places, home, [code]).catch(() => null);
  const distance = away?.get(code);
  if (distance === undefined) return;
  list.append(element('li', { 'data-distance': true }, how_far(distance)));
}

/** On a wide screen the style sheet shows all that is folded on a phone: then it is open, also for those who hear the page. */
if (is_wide.matches) {
  for (const folded of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('.groep > details'))) {
    folded.open = true;
    // Nothing would be seen to happen.
    the('summary', folded).tabIndex = -1;
  }
}

show_wishes();
show_distance();
