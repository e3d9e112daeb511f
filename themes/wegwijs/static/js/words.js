// The words of the interface stand in the page, in <template data-words>, in the language of the site.

/** @type {Map<string, string>} */
const words = new Map();
/** @type {Map<string, { text: string, look: string }>} The statuses of the schema. */
const statuses = new Map();
for (const template of /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll('template[data-words]'))) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (template.content.querySelectorAll('[data-word]'))) {
    words.set(one.dataset.word ?? '', (one.textContent ?? '').trim());
  }
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (template.content.querySelectorAll('[data-said]'))) {
    const id = one.dataset.said ?? '';
    statuses.set(id, { text: (one.textContent ?? '').trim(), look: one.dataset.look ?? id });
  }
}

/** How the status called `id` is shown: ja, deels, nee, in_ontwikkeling, genoemd or niet_vermeld. @param {string} id */
export const look_of = (id) => statuses.get(id)?.look ?? id;

/** What a reader sees for the status called `id`. @param {string} id */
export const status_word = (id) => statuses.get(id)?.text ?? id;

/**
 * The word called `name`, with what stands between braces filled in.
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function word(name, values = {}) {
  return (words.get(name) ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}

/** How far a school is; below a kilometre the middles of two postcodes say too little for a number. @param {number} kilometres */
export const how_far = (kilometres) => (kilometres < 1 ? word('distance_near') : word('distance',
  { afstand: kilometres.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) }));

/**
 * The word for a number of things: `name` with {aantal}, or `name_one` for one and `name_none` for none where the page has these.
 * @param {string} name
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 */
export function counted(name, count, values = {}) {
  const other = `${name}_${count === 0 ? 'none' : 'one'}`;
  return word(count <= 1 && words.has(other) ? other : name, { ...values, aantal: count });
}

/** Without accents and capitals. @param {string} text */
export const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
