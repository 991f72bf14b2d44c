// Takes a code that a camera read out of the address at once, and puts it into its
// field. What stands behind # was sent to nobody; without this it is typed.

const take = () => {
  const found = location.hash.slice(1);
  if (!found) return;
  history.replaceState(history.state, "", location.pathname);
  const field = document.querySelector("main [name=code]");
  if (field) field.value = /^[0-9A-Za-z-]{16,40}$/.test(found) ? found : "";
};
addEventListener("hashchange", take);
take();
