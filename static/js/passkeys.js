/*
 * Passkeys: hands a page's form to allauth's own script, and says so when it did not work.
 *
 * A form says with data-passkey what it is for. Its button is shown where there are
 * passkeys, so that nobody presses one that does nothing.
 */
(() => {
  "use strict";

  const form = document.querySelector("form[data-passkey]");
  const button = document.getElementById("passkey");
  const show = (id) => (document.getElementById(id).hidden = false);
  if (!form) return;
  if (!window.PublicKeyCredential) {
    show("passkey-missing");
    return;
  }

  const credential = form.querySelector("[name=credential]").id;
  const options = document.getElementById("passkey-options");
  const box = form.querySelector("[name=passwordless]");
  window.allauth.webauthn.forms[form.dataset.passkey]({
    ids: {
      add: button.id,
      login: button.id,
      authenticate: button.id,
      credential,
      passwordless: box && box.id,
    },
    data: options && JSON.parse(options.textContent),
  });
  button.hidden = false;

  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    show("passkey-failed");
  });
})();
