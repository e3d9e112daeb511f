// A page of the preview follows what is saved. Elements that changed, came or went in one place are replaced there: the reader stays where
// they are and sees it sooner than a page that is loaded anew. For everything else the page is loaded anew.

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const own_script = `script[src="${own.getAttribute('src')}"]`;
let version = own.dataset.versie ?? '';

/// The page as the preview sent it, before any script changed it; null: not known.
/** @type {Document | null} */
let sent = null;

/// What the preview answers: the page, and which version that is; without a page when it has none, and null when the preview is not
/// there. Not by a DOMParser: the policy of the site lets no script make a page out of text.
/** @param {string} address @returns {Promise<{version: string, page: Document | null} | null>} */
function answer_of(address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onloadend = () => {
      if (request.status === 0) return resolve(null);
      const page = request.responseXML;
      const script = /** @type {HTMLScriptElement | null | undefined} */ (page?.querySelector(own_script));
      // It differs in every version and is not what a reader looks at.
      script?.remove();
      resolve({ version: script?.dataset.versie ?? '', page: script && request.status === 200 ? page : null });
    };
    request.open('GET', address);
    request.send();
  });
}

const page_now = () => answer_of(location.pathname + location.search);

/// The same, as soon as there is a newer version.
const newer_page = () => answer_of(`/-/versie?na=${version}&pagina=${encodeURIComponent(location.pathname)}`);

/// Elements that follow each other, what takes their place, and the element before them.
/** @typedef {{ olds: Element[], news: Element[], previous: Element | null }} Change */

/** @param {Element} one @param {Element} other */
const begin_alike = (one, other) => one.cloneNode(false).isEqualNode(other.cloneNode(false));

/** @param {ChildNode} node */
const is_words = (node) => node instanceof Text && node.data.trim() !== '';

/// The least that must be replaced in the first of two elements that begin alike and differ.
/** @param {Element} before @param {Element} after @returns {Change} */
function difference(before, after) {
  const old_nodes = [...before.childNodes], new_nodes = [...after.childNodes];
  const most = Math.min(old_nodes.length, new_nodes.length);
  let first = 0, last = 0;
  while (first < most && old_nodes[first].isEqualNode(new_nodes[first])) ++first;
  while (last < most - first && old_nodes[old_nodes.length - 1 - last].isEqualNode(new_nodes[new_nodes.length - 1 - last])) ++last;
  const old_run = old_nodes.slice(first, old_nodes.length - last), new_run = new_nodes.slice(first, new_nodes.length - last);
  if ([...old_run, ...new_run].some(is_words)) return { olds: [before], news: [after], previous: null };
  const is_element = (/** @type {ChildNode} */ node) => node instanceof Element;
  const olds = /** @type {Element[]} */ (old_run.filter(is_element)), news = /** @type {Element[]} */ (new_run.filter(is_element));
  if (olds.length === 1 && news.length === 1 && begin_alike(olds[0], news[0])) return difference(olds[0], news[0]);
  return { olds, news, previous: /** @type {Element | undefined} */ (old_nodes.slice(0, first).reverse().find(is_element)) ?? null };
}

/// Whether a script of the site may hold on to a part of it, or must run for it.
/** @param {Element} element */
function is_of_scripts(element) {
  const all = [element, ...element.querySelectorAll('*')];
  return all.some((one) => one.matches('html, head, body, script, style, link, template, button, form, input, select, textarea, dialog, [id]')
    || !(one instanceof HTMLElement) || Object.keys(one.dataset).length > 0);
}

/// The element of the window that is as it was sent. One that a script changed is not found, and one that is there twice is not known.
/** @param {Element | null} element */
function shown(element) {
  const found = element ? [...document.querySelectorAll(element.localName)].filter((one) => one.isEqualNode(element)) : [];
  return found.length === 1 ? found[0] : null;
}

/// Opens what an element is folded in: who saved a text wants to see it.
/** @param {Element} element */
function unfold(element) {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
}

/// Shows `page` by replacing what differs; false when that cannot be done.
/** @param {Document} page */
function show_in_place(page) {
  if (sent === null) return false;
  if (sent.documentElement.isEqualNode(page.documentElement)) return true;
  if (!begin_alike(sent.documentElement, page.documentElement)) return false;
  const { olds, news, previous } = difference(sent.documentElement, page.documentElement);
  if ([...olds, ...news].some(is_of_scripts)) return false;
  const place = shown(olds[0] ?? previous);
  if (place === null) return false;
  const replaced = [];
  for (let next = olds.length ? place : null; replaced.length < olds.length; next = next.nextElementSibling) {
    if (next === null || !next.isEqualNode(olds[replaced.length])) return false;
    replaced.push(next);
  }
  const shown_news = news.map((one) => document.importNode(one, true));
  (replaced.at(-1) ?? place).after(...shown_news);
  for (const one of replaced) one.remove();
  for (const one of shown_news) unfold(one);
  return true;
}

/// When the window shows what the page has by now; at once when nobody sees it. Until the page asks again the preview leaves the
/// processor to it.
/** @returns {Promise<void>} */
const painted = () => new Promise((resolve) => {
  if (document.hidden) resolve();
  else requestAnimationFrame(() => setTimeout(resolve));
});

async function follow() {
  await painted();
  const now = await newer_page();
  // The preview is not there now, or has no room for so many that wait.
  if (now === null || now.version === version) {
    setTimeout(follow, 1000);
    return;
  }
  if (now.page === null || !show_in_place(now.page)) {
    location.reload();
    return;
  }
  sent = now.page;
  version = now.version;
  follow();
}

async function begin() {
  const now = await page_now();
  if (now?.version === version) sent = now.page;
}

begin();
follow();
