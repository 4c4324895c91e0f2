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
