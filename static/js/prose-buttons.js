// The editor names most of its buttons in English only. They are looked up here, as
// it looks up its other texts; a Danish name is its own translation, so this ends.
"use strict";

function nameInDanish(button) {
  const name = gettext(button.title);
  if (name !== button.title) {
    button.title = name;
    button.setAttribute("aria-label", name);
  }
}

function nameAll() {
  document.querySelectorAll(".prose-menubar__button[title]").forEach(nameInDanish);
}

// The menu is drawn after the page, and again as the text cursor moves.
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
