// The words of the interface stand in the page, in <template data-words>, in the language of the site.

/** @type {Map<string, string>} */
const words = new Map();
for (const template of /** @type {NodeListOf<HTMLTemplateElement>} */ (document.querySelectorAll('template[data-words]'))) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (template.content.querySelectorAll('[data-word]'))) {
    words.set(one.dataset.word ?? '', (one.textContent ?? '').trim());
  }
}

/**
 * The word called `name`, with what stands between braces filled in.
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function word(name, values = {}) {
  return (words.get(name) ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}

/**
 * The word for a number of things: `name` with {aantal}, or `name_one` for one.
 * @param {string} name
 * @param {number} count
 */
export function counted(name, count) {
  return count === 1 ? word(`${name}_one`) : word(name, { aantal: count });
}
