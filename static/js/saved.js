// Once a page says that a save has gone through, what was sent with it is scratch no longer.
"use strict";

const sent = sessionStorage.getItem("scratch-sent");
sessionStorage.removeItem("scratch-sent");
if (sent && document.querySelector(".messagelist .saved")) {
  localStorage.removeItem(sent);
}
