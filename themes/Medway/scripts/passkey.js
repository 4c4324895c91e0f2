// A form with data-passkey stays hidden where the browser has no passkeys; the pages work without it.
const able = Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON);

for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const options = JSON.parse(form.dataset.options);
    try {
      const answer = form.dataset.passkey === "new"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.answer.value = JSON.stringify(answer.toJSON());
      form.submit();
    } catch {
      form.querySelector("[data-said]").textContent = "That did not work. Try again, or use your password.";
    }
  });
}
