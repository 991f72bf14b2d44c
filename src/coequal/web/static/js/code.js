// Takes a code that a camera read out of the address at once, and puts it into its
// field; a second field says that it came so, as long as nothing is typed over it. What
// stands behind # was sent to nobody; without this it is typed.

const take = () => {
  const found = location.hash.slice(1);
  if (!found) return;
  history.replaceState(history.state, "", location.pathname);
  const code = /^[0-9A-Za-z-]{16,40}$/.test(found) ? found : "";
  for (const field of document.querySelectorAll("main [name=code], main [name=camera]")) {
    field.value = code;
  }
};
addEventListener("hashchange", take);
take();
