// Asks two minutes before a session ends whether the person is still there. Only adds to pages that work without it.
const dialog = document.querySelector("dialog.stay");
const said = document.querySelector("[data-stay-said]");
const before = dialog.querySelector("[data-before]");
const after = dialog.querySelector("[data-after]");
const stay = dialog.querySelector("[data-stay]");
const minute = 60_000;
const ends = Number(dialog.dataset.minutes) * minute;

// Any page of this site that is opened or asked for keeps the session of all of them.
const others = new BroadcastChannel("local-offer-session");
let seen = Date.now();

function start() {
  seen = Date.now();
  dialog.close();
  said.textContent = "";
}

function ask(over) {
  before.hidden = over;
  after.hidden = !over;
  stay.hidden = over;
  if (!dialog.open) dialog.showModal();
  (over ? dialog.querySelector("[data-close]") : stay).focus();
}

let asked = "";
function look() {
  const idle = Date.now() - seen;
  const state = idle >= ends ? "over" : idle >= ends - 2 * minute ? "soon" : "";
  if (state !== asked && state) ask(state === "over");
  asked = state;
}

stay.addEventListener("click", async () => {
  const answer = await fetch(dialog.dataset.stillHere, { redirect: "manual", cache: "no-store" }).catch(() => null);
  if (answer?.ok) {
    start();
    asked = "";
    said.textContent = "You stay signed in.";
    others.postMessage("here");
  } else {
    ask(true);
    asked = "over";
  }
});

// Escape closes a dialog by itself and gives the focus back to where the person was.
dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());

others.addEventListener("message", start);
others.postMessage("here");

// A computer that slept runs no timers: look at the clock when it wakes.
setInterval(look, 5_000);
document.addEventListener("visibilitychange", look);
