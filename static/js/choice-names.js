// A field that is searched by typing takes the place of another, and not its label's name.
"use strict";

function labelOf(field) {
  return document.querySelector(`label[for="${field.id}"]`);
}

function nameChoice(choice) {
  const field = choice.closest(".select2-container").previousElementSibling;
  const label = field && labelOf(field);
  if (!label) return;
  label.id ||= `${field.id}_label`;
  const shown = choice.querySelector(".select2-selection__rendered");
  // What the field is called, and then what is chosen in it, which is no field of its own.
  choice.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  choice.setAttribute("aria-controls", `select2-${field.id}-results`);
  shown.removeAttribute("role");
  shown.removeAttribute("aria-readonly");
}

function nameChoices() {
  document
    .querySelectorAll(".select2-selection[role=combobox]:not([aria-labelledby*='_label '])")
    .forEach(nameChoice);
}

function nameOpenList({ target }) {
  const label = labelOf(target);
  if (!label) return;
  const typed = document.querySelector(".select2-container--open .select2-search__field");
  const results = document.getElementById(`select2-${target.id}-results`);
  for (const part of [typed, results]) {
    part.setAttribute("aria-label", label.textContent.trim());
  }
}

// Drawn when the page is ready, and again with each row that is added.
new MutationObserver(nameChoices).observe(document.body, { childList: true, subtree: true });
nameChoices();
django.jQuery(document).on("select2:open", nameOpenList);
