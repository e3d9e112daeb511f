// What the reader asked this device to remember: the list and the choices, only after "bewaar op dit apparaat".

export const key = 'wegwijs';

/** @typedef {{ list: string[], values: Record<string, string[]> }} Kept */

/** What is remembered; null when the reader asked for nothing, or the browser keeps nothing. @returns {Kept | null} */
export function kept() {
  try {
    const { list, values } = JSON.parse(localStorage.getItem(key) ?? 'null');
    // What an older version of the site wrote may have another form.
    const known = Object.entries(Object(values)).filter(([, all]) => Array.isArray(all));
    return Array.isArray(list) ? { list, values: Object.fromEntries(known) } : null;
  } catch {
    return null;
  }
}

/** Whether the device took it. @param {Kept} state */
export function keep(state) {
  try {
    localStorage.setItem(key, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
