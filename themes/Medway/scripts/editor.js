// The page text editor. The text area works without any of this; here come buttons, paste from Word and the preview.
import { markdownOf } from "./word.js";

const previewDelay = 700;

class Editor {
  constructor(box) {
    this.box = box;
    this.area = box.querySelector("textarea");
    this.tools = box.querySelector("[data-tools]");
    this.said = box.querySelector("[data-said]");
    this.frame = box.querySelector("iframe");
    this.problems = box.querySelector("[data-problems]");
    this.panel = box.querySelector("[data-preview-panel]");
    this.startTools();
    this.startPreview();
    this.area.addEventListener("paste", (event) => this.paste(event));
  }

  // One stop for the Tab key; the arrows move inside, as in every toolbar.
  startTools() {
    this.tools.hidden = false;
    const buttons = [...this.tools.querySelectorAll("[role=toolbar] button")];
    buttons.forEach((button, at) => {
      button.tabIndex = at === 0 ? 0 : -1;
      button.addEventListener("keydown", (event) => this.move(event, buttons, at));
      button.addEventListener("click", () => this.put(button.dataset.put, button.textContent.trim()));
    });
    const choice = this.tools.querySelector("select");
    this.tools.querySelector("[data-add-block]").addEventListener("click", () => {
      const option = choice.selectedOptions[0];
      this.insertBlock(option.dataset.text, option.textContent.trim());
    });
  }

  move(event, buttons, at) {
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = buttons[(step + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  }

  put(kind, name) {
    const { selectionStart: start, selectionEnd: end, value } = this.area;
    const chosen = value.slice(start, end);
    const lineStart = value.lastIndexOf("\n", start - 1) + 1;
    const lines = (mark) => {
      const all = value.slice(lineStart, end).split("\n");
      this.replace(lineStart, end, all.map((line, at) => mark(at) + line.replace(/^(#+|-|\d+\.)\s+/, "")).join("\n"));
    };
    if (kind === "heading") lines(() => "## ");
    else if (kind === "subheading") lines(() => "### ");
    else if (kind === "list") lines(() => "- ");
    else if (kind === "numbers") lines((at) => `${at + 1}. `);
    else if (kind === "bold") this.replace(start, end, `**${chosen || "words"}**`, 2, (chosen || "words").length);
    else if (kind === "link") this.replace(start, end, `[${chosen || "words that say where it leads"}](/)`, chosen ? chosen.length + 4 : 1, chosen ? 0 : 29);
    else if (kind === "picture") this.replace(start, end, `![${chosen || "words for people who cannot see it"}](media:)`, chosen ? chosen.length + 10 : 2, chosen ? 0 : 33);
    this.say(`${name}: put into the text`);
  }

  insertBlock(text, name) {
    const { selectionEnd: end, value } = this.area;
    const before = end === 0 || value.slice(0, end).endsWith("\n\n") ? "" : value.slice(0, end).endsWith("\n") ? "\n" : "\n\n";
    this.replace(end, end, `${before}${text}\n\n`);
    this.say(`${name}: put into the text`);
  }

  // As if typed, so that the browser's own undo takes it back; where that is missing, the text is set and undo is not.
  replace(start, end, text, selectFrom, selectLength) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      this.area.setRangeText(text, start, end, "end");
      this.area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    if (selectFrom !== undefined) this.area.setSelectionRange(start + selectFrom, start + selectFrom + selectLength);
  }

  paste(event) {
    const html = event.clipboardData?.getData("text/html");
    if (!html || !/<(p|h[1-6]|ul|ol|table|b|strong|a)[\s>]/i.test(html)) return;
    const markdown = markdownOf(html);
    if (!markdown.trim()) return;
    event.preventDefault();
    this.replace(this.area.selectionStart, this.area.selectionEnd, markdown);
    this.say("Pasted, and turned into Markdown. Pictures were left out. Look it over.");
  }

  startPreview() {
    const button = this.tools.querySelector("[data-toggle-preview]");
    button.addEventListener("click", () => {
      const show = this.panel.hidden;
      this.panel.hidden = !show;
      button.setAttribute("aria-expanded", String(show));
      if (show) this.refresh();
    });
    this.frame.addEventListener("load", () => this.frame.contentWindow.scrollTo(0, this.scrolled ?? 0));
    this.area.form.addEventListener("input", () => {
      if (this.panel.hidden) return;
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.refresh(), previewDelay);
    });
  }

  // The answer is the very page that families would get; only the newest counts.
  async refresh() {
    const asked = (this.asked = Symbol("asked"));
    try {
      const answer = await fetch(this.box.dataset.preview, { method: "POST", body: new FormData(this.area.form) });
      if (asked !== this.asked) return;
      if (!answer.ok && answer.status !== 400) throw new Error();
      const html = await answer.text();
      this.scrolled = this.frame.contentWindow?.scrollY;
      this.frame.srcdoc = html;
      const problems = new DOMParser().parseFromString(html, "text/html").querySelector("#text-problems");
      this.problems.replaceChildren(...(problems?.childNodes ?? []));
    } catch {
      if (asked === this.asked) this.say("The preview could not be made. What you typed is still here.");
    }
  }

  say(words) {
    this.said.textContent = words;
  }
}

for (const box of document.querySelectorAll("[data-editor]")) new Editor(box);
