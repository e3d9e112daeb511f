// On every page: the state goes along with every link and with the search form.

import { shortlist, with_state } from './address.js';

/** Whether an address is a page of this site, and not a file or a place on this page. @param {HTMLAnchorElement} link */
function is_other_page(link) {
  const is_here = link.pathname === location.pathname && link.hash !== '' && link.getAttribute('href')?.startsWith('#');
  return link.origin === location.origin && !link.download && !is_here && /(\/|\.html)$/.test(link.pathname);
}

/**
 * Just before a link is followed or opened elsewhere.
 * @param {Event} event
 */
function carry(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link instanceof HTMLAnchorElement && is_other_page(link)) link.href = with_state(link.href, event.type !== 'contextmenu', link);
}
// From the menu of a link its address can be copied.
for (const kind of ['click', 'auxclick', 'contextmenu']) document.addEventListener(kind, carry, true);

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method !== 'get') return;
  const [address, fragment] = with_state(form.action).split('#');
  form.querySelector('input[name=s]')?.remove();
  if (shortlist().length > 0) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 's';
    field.value = shortlist().join(',');
    form.append(field);
  }
  form.action = address.split('?')[0] + (fragment ? `#${fragment}` : '');
});
