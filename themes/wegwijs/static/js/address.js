// The state of the page lives in its address and nowhere else: what is chosen, and the reader's own list (`s`). Nothing is
// stored, so an address says everything, to the reader tomorrow and to whomever it is sent to.

/** So many fit on the list; above it a list is no choice any more. */
export const most_on_list = 12;

/** @param {URLSearchParams} query */
function list_in(query) {
  const ids = query.getAll('s').flatMap((one) => one.split(',')).filter((id) => /^[a-z0-9-]+$/.test(id));
  return [...new Set(ids)].slice(0, most_on_list);
}

let list = list_in(new URLSearchParams(location.search));

/** The ids of the entries on the list, in the order in which they were put there. */
export function shortlist() {
  return list;
}

/** @param {URLSearchParams} query */
function address_with(query) {
  // Commas stay commas: an address that people send each other is read too.
  const search = query.toString().replace(/%2C/g, ',');
  return location.pathname + (search ? `?${search}` : '') + location.hash;
}

/** @param {string[]} ids */
export function set_shortlist(ids) {
  list = ids.slice(0, most_on_list);
  const query = new URLSearchParams(location.search);
  put_list(query);
  // No step back through every school that went on the list: "back" is for what was searched.
  history.replaceState(null, '', address_with(query));
}

/** @param {URLSearchParams} query */
function put_list(query) {
  query.delete('s');
  if (list.length > 0) query.set('s', list.join(','));
}

/**
 * Puts what is chosen into the address, as a new step of the history where it differs.
 * @param {Record<string, string[]>} values by name; an empty list takes the name away
 */
export function set_query(values) {
  const query = new URLSearchParams(location.search);
  for (const [name, all] of Object.entries(values)) {
    query.delete(name);
    for (const value of all) query.append(name, value);
  }
  // The list last: it is the longest.
  put_list(query);
  const address = address_with(query);
  if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
}

/**
 * The values of `name` in the address, written once each or with commas.
 * @param {string} name
 */
export function values_of(name) {
  return new URLSearchParams(location.search).getAll(name).flatMap((one) => one.split(',')).filter(Boolean);
}

/**
 * The same address with the list.
 * @param {string} href
 */
export function with_list(href) {
  const url = new URL(href, location.href);
  put_list(url.searchParams);
  url.search = url.search.replace(/%2C/g, ',');
  // Of this site, so without its host: on paper only addresses elsewhere are written out.
  return url.pathname + url.search + url.hash;
}

// A step back restores what was searched; the list is one for all steps.
addEventListener('popstate', () => set_shortlist(list));
