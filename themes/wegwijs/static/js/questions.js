// Per school on the list the questions for the open day: every topic without ja or deels.

import { set_query, shortlist } from './address.js';
import { element, the } from './elements.js';
import { applies, claims_on, page_of, read_profiles } from './profiles.js';
import { choices, chosen_topics, read_topics, topic_values } from './topics.js';
import { word } from './words.js';

const own = the('[data-own-questions]');
const schools = the('[data-own-schools]');
const status = the('[data-own-status]');
const all = the('[data-all-questions]');
const pattern = the('[data-list]').dataset.list ?? '';

/** States after which a parent need not ask: the support is there, or the text of the source says how it is. */
const answered = new Set(['ja', 'deels', 'genoemd']);

/** @param {Profile} profile @param {Topic[]} topics */
function open_topics(profile, topics) {
  return topics.filter((topic) => applies(profile, topic.id) && !claims_on(profile, topic.id).some(({ status: one }) => answered.has(one)));
}

/** @param {Profile} profile @param {Topic} topic */
function question(profile, topic) {
  const said = [...new Set(claims_on(profile, topic.id).map((claim) => word(claim.status).toLowerCase()))];
  return element('li', {}, topic.question, said.length > 0 && element('span', { class: 'stil' }, `${word('says')} ${said.join(', ')}`));
}

/** @param {Profile} profile @param {Topic[]} topics */
function questions_for(profile, topics) {
  const open = open_topics(profile, topics);
  const groups = [...new Set(open.map((topic) => topic.group))];
  // A short list is read as it is; a long one by its headings.
  const is_short = topic_values().length > 0;
  return element('section', {},
    element('h2', {}, element('a', { href: page_of(pattern, profile.id) }, profile.gegevens.naam)),
    open.length === 0 && element('p', {}, word('none')),
    ...groups.map((group) => {
      const lines = open.filter((topic) => topic.group === group);
      return element('details', { open: is_short }, element('summary', {}, element('b', {}, group), ` (${lines.length})`),
        element('ul', { class: 'kaal' }, ...lines.map((topic) => question(profile, topic))));
    }));
}

/** Of all questions those on the chosen topics. @param {Topic[]} topics */
function show_all(topics) {
  const ids = new Set(topics.map((topic) => topic.id));
  for (const list of all.querySelectorAll('ul')) {
    const lines = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const line of lines) line.hidden = !ids.has(line.dataset.topic ?? '');
    list.hidden = lines.every((line) => line.hidden);
    const heading = list.previousElementSibling;
    if (heading instanceof HTMLElement) heading.hidden = list.hidden;
  }
}

let latest = 0;

async function show() {
  const turn = ++latest;
  const topics = chosen_topics();
  const list = shortlist();
  own.hidden = list.length === 0;
  all.hidden = list.length > 0;
  show_all(topics);
  const { profiles, missing } = await read_profiles(pattern, list);
  if (turn !== latest) return;
  status.textContent = missing.map((id) => word('missing', { naam: id })).join(' ');
  schools.replaceChildren(...profiles.map((profile) => questions_for(profile, topics)));
}

choices.addEventListener('change', () => {
  set_query({ onderwerp: topic_values() });
  show();
});
addEventListener('popstate', () => {
  read_topics();
  show();
});
choices.hidden = false;
read_topics();
show();
