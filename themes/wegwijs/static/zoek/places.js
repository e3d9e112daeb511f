// What is said of places that schools are asked for in: most questions name none, and it is fetched for those that do.

import { stem, words } from './search.js';

/** The places that the query asks for schools in, with how many there are; of a query with other words too only those without any. @param {SearchIndex} index @param {string[]} all */
export function places_asked(index, all) {
  const named = all.flatMap((word) => index.places.get(word) ?? []);
  const kind = [0, 1].flatMap((is_list) => words(index.kinds[index.kind_of_places * 2 + is_list].label).map(stem));
  const others = all.filter((word) => !index.stop_words.has(word) && !index.places.has(word));
  const of_kind = others.filter((word) => kind.some((name) => stem(word).startsWith(name)));
  if (others.length && !of_kind.length) return [];
  const with_schools = [...index.places.values()].filter(({ count }) => count > 0);
  const elsewhere = with_schools.sort((left, right) => right.count - left.count).map(({ name, count }) => `${name} (${count})`).join(', ');
  return named.filter(({ count }) => !count || of_kind.length === others.length).map((place) => ({ ...place, elsewhere, unplaced: index.unplaced }));
}
