// On every page: fetches the search when the reader goes to its field, or came with a question.
const field = document.querySelector('input[type=search][name=q]');
const start = () => import('./search.js').then((search) => search.start(field));
const has_question = document.getElementById('resultaten') && /[?&]q=[^&]/.test(location.search);
if (has_question || document.activeElement === field) start();
else field?.addEventListener('focus', start, { once: true });
