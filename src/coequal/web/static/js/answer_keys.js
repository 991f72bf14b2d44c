// On a question, 1 to 5 give the answers in their order, while the focus is at the
// question: nobody who writes or reads elsewhere on the page meets it.

const question = document.querySelector("fieldset.ask");

question?.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
  const answers = [...question.querySelectorAll("[aria-keyshortcuts]")];
  answers.find((one) => one.getAttribute("aria-keyshortcuts") === event.key)?.click();
});
