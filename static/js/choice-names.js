// The list that is searched by typing takes the place of a field, and not its label's name.
"use strict";

function nameChoice(choice) {
  const container = choice.closest(".select2-container");
  const field = container.previousElementSibling;
  const label = field && document.querySelector(`label[for="${field.id}"]`);
  if (!label) return;
  label.id ||= `${field.id}_label`;
  const shown = choice.querySelector(".select2-selection__rendered");
  shown.setAttribute("aria-labelledby", label.id);
  choice.setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
}

function nameChoices() {
  document
    .querySelectorAll(".select2-selection[role=combobox]:not([aria-labelledby*='_label '])")
    .forEach(nameChoice);
}

// Drawn when the page is ready, and again with each row that is added.
new MutationObserver(nameChoices).observe(document.body, { childList: true, subtree: true });
nameChoices();
