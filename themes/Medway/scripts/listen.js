// Reads a page aloud with the browser's own voices. The button is made here: where there is no voice, there is no button that does nothing.
const place = document.querySelector("[data-listen]");
const texts = [...document.querySelectorAll("[data-listen-text]")];

if (place && texts.length > 0 && "speechSynthesis" in window && "SpeechSynthesisUtterance" in window) {
  const language = texts.at(-1).lang || document.documentElement.lang;
  const fits = () => speechSynthesis.getVoices().some((voice) => voice.lang.slice(0, 2).toLowerCase() === language.slice(0, 2).toLowerCase());

  const start = () => {
    if (place.querySelector("button") || !fits()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.append(...place.querySelector("template").content.cloneNode(true).childNodes);
    const words = button.querySelector("[data-words]");
    const idle = words.textContent;
    let reading = false;

    const stop = () => {
      reading = false;
      speechSynthesis.cancel();
      words.textContent = idle;
    };

    // A paragraph at a time: browsers fall silent in the middle of long texts.
    const parts = () =>
      texts
        .flatMap((text) => [...text.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, th, td, caption")])
        .filter((part) => !part.querySelector("p, li, dd") && part.checkVisibility?.() !== false)
        .map((part) => part.textContent.trim())
        .filter((text) => text.length > 0);

    const read = (waiting) => {
      if (!reading) return;
      if (waiting.length === 0) return stop();
      const saying = new SpeechSynthesisUtterance(waiting[0]);
      saying.lang = language;
      saying.onend = () => read(waiting.slice(1));
      saying.onerror = stop;
      speechSynthesis.speak(saying);
    };

    button.addEventListener("click", () => {
      if (reading) return stop();
      reading = true;
      words.textContent = place.dataset.stop;
      speechSynthesis.cancel();
      read(parts());
    });
    addEventListener("pagehide", stop);
    place.append(button);
    place.hidden = false;
  };

  // Voices arrive late in some browsers.
  start();
  speechSynthesis.addEventListener?.("voiceschanged", start);
}
