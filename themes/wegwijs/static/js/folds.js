// On every page: an address that leads into what is folded opens it. Newer browsers do that themselves.

/** Opens the folds around the place that the address names, and goes there. */
export function open_place() {
  const place = document.getElementById(location.hash.slice(1).split('&')[0]);
  let has_opened = false;
  for (let fold = place?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    has_opened ||= !fold.open;
    fold.open = true;
  }
  if (has_opened) place?.scrollIntoView();
}

open_place();
addEventListener('hashchange', open_place);
