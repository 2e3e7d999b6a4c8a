/*
 * No lost typing: leaving with unsaved changes warns, and what is typed is kept in this
 * browser, one copy for each account and form, until a save has gone through (saved.js).
 *
 * Also tells the site every half minute that the form is still open. Without scripts the
 * form works as before, and only these three are missing.
 */
(() => {
  "use strict";

  const KEEP_EVERY = 1000;
  const TELL_EVERY = 30000;
  const LEFT_OUT = new Set(["csrfmiddlewaretoken", "_seen", "_base"]);

  const offer = document.getElementById("scratch");
  const form = offer && offer.closest("form");
  if (!form) return;

  const key = `scratch:${offer.dataset.user}:${location.pathname}`;
  // What was sent and refused is on the screen again, and nowhere else.
  const isRefused = document.querySelector(".errornote") !== null;
  let untouched = null;
  let kept = "";
  let leaving = false;

  const pairs = () =>
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !LEFT_OUT.has(name),
    );
  const typed = () => JSON.stringify(pairs());
  const value = (name) => (form.elements[name] ? form.elements[name].value : "");
  const isUnsaved = () => isRefused || (untouched !== null && typed() !== untouched);

  function field([name, value]) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    return input;
  }

  /* The site makes the form anew from what was typed, rows and rich texts included. */
  function fetchBack(scratch) {
    const again = document.createElement("form");
    again.method = "post";
    again.hidden = true;
    const all = [
      ...scratch.pairs,
      ["csrfmiddlewaretoken", value("csrfmiddlewaretoken")],
      ["_seen", scratch.seen],
      ["_base", scratch.base],
      ["_reopen", "1"],
    ];
    again.append(...all.map(field));
    document.body.append(again);
    leaving = true;
    again.submit();
  }

  function offerWhatIsKept() {
    const text = localStorage.getItem(key);
    if (!text || isRefused) return;
    const scratch = JSON.parse(text);
    const time = offer.querySelector("time");
    time.dateTime = new Date(scratch.at).toISOString();
    time.textContent = new Date(scratch.at).toLocaleString(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
    });
    offer.hidden = false;
    offer.querySelector("[data-do=fetch]").addEventListener("click", () => fetchBack(scratch));
    offer.querySelector("[data-do=drop]").addEventListener("click", () => {
      localStorage.removeItem(key);
      offer.hidden = true;
    });
  }

  /* The rich-text editor tidies up as it starts. Typing begins when somebody comes near. */
  function begin() {
    if (untouched === null) untouched = kept = typed();
  }

  function keep() {
    const now = typed();
    if (leaving || untouched === null || now === kept) return;
    kept = now;
    const scratch = {
      at: Date.now(),
      seen: value("_seen"),
      base: value("_base"),
      pairs: JSON.parse(now),
    };
    try {
      localStorage.setItem(key, JSON.stringify(scratch));
    } catch {
      /* The browser's store is full or closed: the warning on leaving is still there. */
    }
  }

  async function tellPresence() {
    try {
      const answer = await fetch(offer.dataset.presence, {
        method: "POST",
        headers: { "X-CSRFToken": value("csrfmiddlewaretoken") },
      });
      if (!answer.ok) return;
      const line = document.querySelector(".presence");
      const { others } = await answer.json();
      if (line.textContent !== others) line.textContent = others;
    } catch {
      /* No connection: the next try is half a minute away. */
    }
  }

  offerWhatIsKept();
  for (const near of ["focusin", "pointerdown", "keydown"]) {
    form.addEventListener(near, begin, { capture: true });
  }
  setInterval(keep, KEEP_EVERY);
  form.addEventListener("submit", () => {
    keep();
    leaving = true;
    sessionStorage.setItem("scratch-sent", key);
  });
  addEventListener("pagehide", keep);
  addEventListener("beforeunload", (event) => {
    if (!leaving && isUnsaved()) event.preventDefault();
  });
  if (offer.dataset.presence) setInterval(tellPresence, TELL_EVERY);
})();
