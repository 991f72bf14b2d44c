// Shows what is typed into the fields for passphrases of one form, on a tap and until it
// is sent or left. Every page is complete without it.

for (const button of document.querySelectorAll("[data-shows]")) {
  const fields = [...button.form.querySelectorAll("[type=password]")];
  const show = (shown) => {
    for (const field of fields) field.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    show(button.getAttribute("aria-pressed") === "false");
  });
  // As a field of text a browser would remember it.
  button.form.addEventListener("submit", () => show(false));
  addEventListener("pagehide", () => show(false));
}
