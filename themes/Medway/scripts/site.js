// Everything here only adds to a page that already works.
import "./find.js";
import "./shortlist.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

// An error summary gets focus, so that it is the first thing read; its links then lead to the fields.
const summary = document.querySelector(".summary[role=alert]");
if (summary) {
  summary.tabIndex = -1;
  summary.focus();
}

// Escape closes the open menu and gives focus back to its button. On a wide screen there is no button: the menu is a bar.
const menu = document.querySelector("details.menu");
menu?.addEventListener("keydown", (event) => {
  const button = menu.querySelector("summary");
  if (event.key === "Escape" && menu.open && button.offsetParent) {
    menu.open = false;
    button.focus();
  }
});

// The stylesheet opens folds on a wide screen by ::details-content. Where that is missing, open them once here.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 62rem)").matches) {
  for (const fold of document.querySelectorAll("details.fold:not(.menu)")) fold.open = true;
}

// A part that says "as at" asks for itself again, while somebody is at it: after five minutes without a touch it stops, so that it keeps no session open.
const live = document.querySelector("[data-renew]");
if (live) {
  let touched = Date.now();
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => (touched = Date.now()));
  setInterval(async () => {
    if (document.hidden || Date.now() - touched > 300_000 || live.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-renew]");
    if (fresh) live.replaceChildren(...fresh.childNodes);
  }, Number(live.dataset.renew) * 1_000);
}
