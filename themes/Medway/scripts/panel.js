// The panel works without this. It saves each press at once, takes the words of a card from behind the # of the address, and shows the switch that needs a voice.
if ("speechSynthesis" in window && "SpeechSynthesisUtterance" in window) {
  for (const item of document.querySelectorAll("[data-needs-voice]")) item.hidden = false;
}

const card = document.querySelector("[data-card] input[name=Words]");
if (card && location.hash.startsWith("#card=")) {
  card.value = location.hash.slice(6).replaceAll("-", " ").replace(/[^a-z ]/gi, "");
  history.replaceState(null, "", location.pathname);
}

// The gentle question is read first, and keeps the way of the Tab key.
document.querySelector("[data-focus]")?.focus();

const form = document.querySelector("form[data-saves]");
let last = Promise.resolve();
form?.addEventListener("change", (event) => {
  if (!event.target.matches("input[type=radio], input[type=checkbox]")) return;
  const body = new FormData(form);
  body.delete("Words");

  // One after the other: the last press is the one that stays. What fails is sent again with Next.
  last = last.then(() => fetch(form.dataset.saves, { method: "POST", body, credentials: "same-origin" })).catch(() => {});
});
form?.addEventListener("submit", (event) => {
  if (form.dataset.sent) return;
  event.preventDefault();
  const pressed = event.submitter;
  form.dataset.sent = "yes";

  // Not at once: while the form is being sent, a browser passes over a second asking.
  last.then(() => setTimeout(() => form.requestSubmit(pressed)));
});
addEventListener("pageshow", () => {
  if (form) delete form.dataset.sent;
});

// With one switch, Tab and Enter are all there is: Tab goes to each choice and Enter picks it, and only a button sends.
document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (!box.matches("input[type=radio], input[type=checkbox]")) return;
  if (event.key === "Enter") {
    event.preventDefault();
    box.click();
  } else if (event.key === "Tab" && box.type === "radio") {
    const group = [...box.form.querySelectorAll(`input[type=radio][name="${box.name}"]`)];
    const next = group[group.indexOf(box) + (event.shiftKey ? -1 : 1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});
