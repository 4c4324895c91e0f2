// Keeps what somebody types on the server, for them alone, every half minute and when they leave a field. Without it, saving works as ever.
const every = 30_000;

class Autosave {
  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[data-autosave-said]");
    this.kept = this.text();
    this.busy = false;
    setInterval(() => this.keep(), every);
    form.addEventListener("focusout", () => this.keep());
    form.addEventListener("submit", () => (this.sent = true));

    // Only when something would be lost.
    addEventListener("beforeunload", (event) => {
      if (!this.sent && this.text() !== this.kept) event.preventDefault();
    });
  }

  text() {
    return JSON.stringify([...new FormData(this.form)].filter(([name]) => name !== "__RequestVerificationToken"));
  }

  async keep() {
    const text = this.text();
    if (this.busy || this.sent || text === this.kept) return;
    this.busy = true;
    try {
      const answer = await fetch(this.form.dataset.autosave, { method: "POST", body: new FormData(this.form) });
      if (!answer.ok) throw new Error();
      this.kept = text;
      const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
      this.say(`What you typed was kept at ${time}. It is not saved as a draft yet.`);
    } catch {
      this.say("What you typed could not be kept. Save the draft, or copy your text.");
    } finally {
      this.busy = false;
    }
  }

  say(words) {
    if (this.said) this.said.textContent = words;
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
