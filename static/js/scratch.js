/*
 * No lost typing: leaving with unsaved changes warns, and what is typed is kept in this
 * browser, one copy for each account and form, until a save has gone through.
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
  const sent = "scratch-sent";
  let submitting = false;
  let stored = "";

  const pairs = () =>
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !LEFT_OUT.has(name),
    );
  const typed = () => JSON.stringify(pairs());

  /* A save answers with a message that all is well, or with the text set aside. */
  function forgetWhatWasSaved() {
    const before = sessionStorage.getItem(sent);
    sessionStorage.removeItem(sent);
    if (before && document.querySelector(".messagelist .success, .messagelist .warning")) {
      localStorage.removeItem(before);
    }
  }

  function field(name, value) {
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
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const all = [
      ...scratch.pairs,
      ["csrfmiddlewaretoken", token],
      ["_seen", scratch.seen],
      ["_base", scratch.base],
      ["_reopen", "1"],
    ];
    again.append(...all.map(([name, value]) => field(name, value)));
    document.body.append(again);
    submitting = true;
    again.submit();
  }

  function offerWhatIsKept() {
    const text = localStorage.getItem(key);
    if (!text || document.querySelector(".errornote")) return;
    const scratch = JSON.parse(text);
    const time = offer.querySelector("time");
    time.dateTime = new Date(scratch.at).toISOString();
    time.textContent = new Date(scratch.at).toLocaleString(document.documentElement.lang);
    offer.hidden = false;
    offer.querySelector("[data-do=fetch]").addEventListener("click", () => fetchBack(scratch));
    offer.querySelector("[data-do=drop]").addEventListener("click", () => {
      localStorage.removeItem(key);
      offer.hidden = true;
    });
  }

  const value = (name) => (form.elements[name] ? form.elements[name].value : "");

  function keep() {
    const now = typed();
    if (submitting || now === stored) return;
    stored = now;
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
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    try {
      const answer = await fetch(offer.dataset.presence, {
        method: "POST",
        headers: { "X-CSRFToken": token },
      });
      if (!answer.ok) return;
      const line = document.querySelector(".presence");
      const { others } = await answer.json();
      if (line.textContent !== others) line.textContent = others;
    } catch {
      /* No connection: the next try is half a minute away. */
    }
  }

  forgetWhatWasSaved();
  offerWhatIsKept();
  addEventListener("load", () => {
    /* The editor tidies its text up as it starts; that is not the editor's typing. */
    setTimeout(() => {
      const untouched = typed();
      stored = untouched;
      setInterval(keep, KEEP_EVERY);
      form.addEventListener("submit", () => {
        keep();
        submitting = true;
        sessionStorage.setItem(sent, key);
      });
      addEventListener("beforeunload", (event) => {
        if (!submitting && typed() !== untouched) event.preventDefault();
      });
    }, 500);
  });
  if (offer.dataset.presence) setInterval(tellPresence, TELL_EVERY);
})();
