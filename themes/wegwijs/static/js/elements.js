// Finds elements, and makes them without any HTML in a text: the policy of the site allows nothing else.

/** @typedef {Node | string | null | undefined | false} Child */

/** Whether the style sheet has room beside the text. */
export const is_wide = matchMedia('(width >= 48rem)');

/** A short word with a hyphen ("e-mail", "2025-2026"), as the build knows it (generator/text/html_escape.h). */
const short_word = /(?<![\p{L}\d\-/_.@=&])((?:[\p{L}\d]{1,2}-[\p{L}\d]{1,8}|[\p{L}\d]{1,8}-[\p{L}\d]{1,2}|\d{1,4}-\d{1,4}))(?![\p{L}\d\-/_@=&]|\.[\p{L}\d])/u;

/** The text in parts, with the words on whose hyphen no line may end in an element of their own. @param {string} text */
const unbroken = (text) => (text.includes('-') ? text.split(short_word).map((part, place) => {
  if (place % 2 === 0) return part;
  const word = document.createElement('span');
  word.className = 'vast';
  word.append(part);
  return word;
}) : [text]);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | boolean | undefined>} [attributes] true gives an empty attribute, false and undefined give none
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children) if (child) made.append(...typeof child === 'string' ? unbroken(child) : [child]);
  return made;
}

/**
 * The shape of a state, from the symbols of the page.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/**
 * The one element that the page promises for `selector`.
 * @template {HTMLElement} [Type=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {Type}
 */
export function the(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`no ${selector} on this page`);
  return /** @type {Type} */ (found);
}
