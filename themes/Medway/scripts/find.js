// Offers words while somebody types into a search box. The box and its form work without it.
const shortest = 3;
const patience = 200;

let number = 0;
for (const input of document.querySelectorAll("input[data-suggest]")) suggestFor(input);

function suggestFor(input) {
  const id = `suggest-${++number}`;
  const list = document.createElement("ul");
  list.id = id;
  list.className = "suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Words you may mean");
  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  input.closest(".field").append(list, said);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", id);

  let waiting;
  let asked = "";
  let at = -1;

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(next) {
    const options = [...list.children];
    at = (next + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", place === at));
    input.setAttribute("aria-activedescendant", options[at].id);
  }

  function take(option) {
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  }

  async function ask() {
    const typed = input.value.trim();
    asked = typed;
    if (typed.length < shortest) return close();
    const answer = await fetch(`/search/suggest?q=${encodeURIComponent(typed.toLowerCase())}`).catch(() => null);
    const words = answer?.ok ? await answer.json() : [];

    // A slow answer to what stands there no more.
    if (asked !== typed || document.activeElement !== input) return;
    list.replaceChildren(...words.map((text, place) => {
      const option = document.createElement("li");
      option.id = `${id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = text;
      option.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
      return option;
    }));
    at = -1;
    list.hidden = words.length === 0;
    input.setAttribute("aria-expanded", String(words.length > 0));
    said.textContent = words.length === 0 ? "" : words.length === 1 ? "1 suggestion. Arrow down to reach it." : `${words.length} suggestions. Arrow down to reach them.`;
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, patience);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(list.children[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}

// Says that a result of these words was opened; not which one.
const typed = document.querySelector("#q")?.value;
if (typed && document.querySelector("#results")) {
  for (const link of document.querySelectorAll("#results .card h3 a")) {
    link.addEventListener("click", () => navigator.sendBeacon("/search/opened", new URLSearchParams({ q: typed })), { once: true });
  }
}
