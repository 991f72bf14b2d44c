// Asks before something that was typed and not sent is left behind: it keeps nothing,
// and sends nothing. Every page is complete without it.

const differs = (field) => {
  if (field.type === "hidden" || field.type === "password") return false;
  if (field.tagName === "SELECT") {
    const usual = [...field.options].some((option) => option.defaultSelected);
    return [...field.options].some((option, at) =>
      option.selected !== (usual ? option.defaultSelected : at === 0),
    );
  }
  if (field.type === "checkbox" || field.type === "radio") {
    return field.checked !== field.defaultChecked;
  }
  return "defaultValue" in field && field.value !== field.defaultValue;
};
// A search and a sign-in lose nothing. What was not taken, or waits, is in its field
// already, and would be lost as well.
const holds = (form) =>
  form.getAttribute("role") !== "search" &&
  !form.querySelector("[type=password]") &&
  (form.querySelector('[name="draft"], .errors') !== null
    ? [...form.elements].some((field) => /^(TEXTAREA|INPUT)$/.test(field.tagName) &&
        !/^(hidden|radio|checkbox)$/.test(field.type) && field.value !== "")
    : [...form.elements].some(differs));
// Looked for when it is asked: after leaving quickly nothing is there to ask about.
const unsent = (except) =>
  [...document.querySelectorAll("main form[method=post]")].some(
    (form) => form !== except && holds(form),
  );

let going = false;
addEventListener("pageshow", () => {
  going = false;
});
addEventListener("submit", ({ target }) => {
  going = "away" in target.dataset || !unsent(target);
});
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const here = link?.getAttribute("href").startsWith("#");
  const beside = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || here || beside || event.defaultPrevented || !unsent()) return;
  // Asked here, since not every phone asks when a page is left.
  if (confirm(document.body.dataset.unsent)) going = true;
  else event.preventDefault();
});
addEventListener("beforeunload", (event) => {
  if (!going && unsent()) event.preventDefault();
});
