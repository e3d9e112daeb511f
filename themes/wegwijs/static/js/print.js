// A button for paper, on pages that readers take along. Without scripts a browser has its own.
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-print]'))) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
