// Keeps a list of services on this device. Without it "Save" opens the list by its link, which works as well.
const name = "saved";
const most = 50;

const read = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter((slug) => /^[a-z0-9-]+$/.test(slug)) : [];
  } catch {
    return [];
  }
};

const link = (slugs) => (slugs.length ? `/shortlist?s=${slugs.join(",")}` : "/shortlist");

function keep(slugs) {
  try {
    localStorage.setItem(name, JSON.stringify(slugs.slice(0, most)));
  } catch {
    // A device that keeps nothing: the links still work.
  }
  show();
}

function show() {
  const saved = read();
  for (const button of document.querySelectorAll("[data-save]")) {
    const isSaved = saved.includes(button.dataset.save);
    button.querySelector("[data-said]").textContent = isSaved ? "Saved" : "Save";
    button.setAttribute("aria-pressed", String(isSaved));
  }
  for (const entry of document.querySelectorAll("a[href='/shortlist'], a[data-saved]")) {
    entry.dataset.saved = "";
    entry.href = link(saved);
    const words = entry.querySelector("span") ?? entry;
    words.textContent = words.textContent.replace(/ \(\d+\)$/, "") + (saved.length ? ` (${saved.length})` : "");
  }
}

for (const button of document.querySelectorAll("[data-save]")) {
  button.setAttribute("role", "button");
  const toggle = (event) => {
    event.preventDefault();
    const saved = read();
    const slug = button.dataset.save;
    keep(saved.includes(slug) ? saved.filter((other) => other !== slug) : [...saved, slug]);
  };
  button.addEventListener("click", toggle);
  button.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
}

const page = document.querySelector("[data-shortlist]");
if (page) {
  const here = page.dataset.shortlist.split(",").filter(Boolean);
  const saved = read();
  const same = here.join() === saved.join();
  if (here.length === 0 && saved.length > 0 && !location.search) location.replace(link(saved));
  const kept = page.querySelector("[data-kept]");
  if (kept) kept.hidden = !same;
  const button = page.querySelector("[data-keep]");
  if (button) {
    button.hidden = same;
    button.addEventListener("click", () => {
      keep([...new Set([...here, ...read()])]);
      kept.hidden = false;
      button.hidden = true;
    });
  }

  // The link leads to the list without it; what is kept here follows.
  for (const drop of page.querySelectorAll("[data-drop]")) {
    drop.addEventListener("click", () => keep(read().filter((slug) => slug !== drop.dataset.drop)));
  }
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("[data-said]").textContent = "Copied";
  });
}

show();
