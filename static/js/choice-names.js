// A field to choose a page by typing hides the list that its label belongs to, and says its
// own name to nobody.
"use strict";

function labelOf(select) {
  return select.labels[0] ? select.labels[0].textContent.trim() : "";
}

function nameByLabel(select) {
  const box = select.parentElement.querySelector(".select2-selection[role=combobox]");
  const label = select.labels[0];
  if (!box || !label) return;
  label.id ||= `label-of-${select.id}`;
  const chosen = box.querySelector(".select2-selection__rendered");
  // What the field is called, and then what is chosen in it, which is no field of its own.
  box.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`);
  box.setAttribute("aria-controls", `select2-${select.id}-results`);
  chosen.removeAttribute("role");
  chosen.removeAttribute("aria-readonly");
}

addEventListener("load", () => {
  document.querySelectorAll("select.admin-autocomplete").forEach(nameByLabel);
  django.jQuery(document).on("select2:open", ({ target }) => {
    const typed = document.querySelector(".select2-container--open .select2-search__field");
    typed.setAttribute("aria-label", labelOf(target));
    const results = document.getElementById(`select2-${target.id}-results`);
    results.setAttribute("aria-label", labelOf(target));
  });
});
