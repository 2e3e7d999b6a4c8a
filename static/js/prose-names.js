// The editor names most of its buttons in English only, and its text not at all.
"use strict";

// Looked up as the editor's other texts are; a Danish name is its own translation.
function nameInDanish(button) {
  const name = gettext(button.title);
  if (name !== button.title) {
    button.title = name;
    button.setAttribute("aria-label", name);
  }
}

// A name in the list of headings; the same again would start the observer again.
function writeInDanish(option) {
  const name = gettext(option.textContent);
  if (name !== option.textContent) {
    option.textContent = name;
  }
}

// The field's label belongs to the text area that the editor hides.
function nameByLabel(text) {
  const { id } = text.closest(".prose-editor").querySelector("textarea");
  const label = document.querySelector(`label[for="${id}"]`);
  text.setAttribute("aria-label", label.textContent.trim());
}

function nameAll() {
  document.querySelectorAll(".prose-menubar__button[title]").forEach(nameInDanish);
  document.querySelectorAll(".prose-menubar__option > *").forEach(writeInDanish);
  document
    .querySelectorAll(".prose-editor .ProseMirror[contenteditable]:not([aria-label])")
    .forEach(nameByLabel);
}

// The menu is drawn after the page, and again as the text cursor moves.
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
nameAll();
