// The first use of a term becomes a button that shows its meaning. Without this script, or in a browser without
// popovers, it stays a link to the page of the term.
if ("popover" in HTMLElement.prototype) {
  for (const link of document.querySelectorAll("a.term")) {
    const explanation = link.nextElementSibling;
    if (!explanation?.matches(".uitleg")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "term";
    button.append(...link.childNodes);
    button.popoverTargetElement = explanation;
    // A button is like one letter in its line: the word joiner keeps the stop or comma behind it on that line. Before a space it would
    // begin the next line, and the space with it.
    const is_joined = /^\S/.test(explanation.nextSibling?.textContent ?? "");
    link.replaceWith(button, ...(is_joined ? ["\u2060"] : []));
  }
}
