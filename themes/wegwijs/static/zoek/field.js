// On every page: fetches the search when the reader goes to its field, or came with a question. The key / leads to the field,
// unless the reader switched that off.
/** @type {HTMLInputElement | null} */
const field = document.querySelector('input[type=search][name=q]');
const results = document.getElementById('resultaten');
const start = () => import(results ? './results.js' : './suggest.js').then(({ start: begin }) => begin(field)).catch(() => {
  document.documentElement.classList.remove('gevraagd');
  // What did not come may come at the next letter.
  field?.addEventListener('input', start, { once: true });
});
if (results && /[?&]q=[^&]/.test(location.search) || document.activeElement === field) start();
else field?.addEventListener('focus', start, { once: true });

const name_of_choice = 'wegwijs-toets';
const is_off = () => { try { return localStorage.getItem(name_of_choice) === 'uit'; } catch { return false; } };

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || is_off()) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  field?.focus();
  field?.select();
});

/** @type {HTMLElement | null} */
const choice = document.querySelector('[data-search-key]');
const box = choice?.querySelector('input');
if (choice && box) {
  box.checked = !is_off();
  choice.hidden = false;
  box.onchange = () => {
    try {
      if (box.checked) localStorage.removeItem(name_of_choice);
      else localStorage.setItem(name_of_choice, 'uit');
    } catch { box.checked = true; }
  };
}
