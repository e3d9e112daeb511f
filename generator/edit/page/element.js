// Makes elements without markup in texts.

/// `about` holds attributes; `on…` functions are listeners; `null` and `false` are left out.
export function element(name, about = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(about)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...content.flat().filter((part) => part !== null && part !== undefined && part !== false));
  return made;
}

let number = 0;
export const new_id = (base = 'v') => `${base}-${number += 1}`;

export const button = (words, onclick, about = {}) => element('button', { type: 'button', class: 'knop-2', onclick, ...about }, words);

export const same = (left, right) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);

export const the = (selector) => document.querySelector(selector);

export const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;
