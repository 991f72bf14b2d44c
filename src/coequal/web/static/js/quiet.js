// Two small things; every page is complete without them.

// A code behind # never reaches the server: put it into its field, then forget it.
const field = document.querySelector('input[name="code"]');
const code = location.hash.slice(1);
if (field && /^[0-9A-Za-z-]{16,}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
}

// Leave quickly: blank at once and forget one of the two cookies, even without a
// network; then tell the server, which ends the visit by the other one.
const leaving = document.querySelector("form.leaving");
leaving?.addEventListener("submit", (event) => {
  event.preventDefault();
  document.documentElement.hidden = true;
  for (const name of ["h", "__Host-h"]) {
    const secure = name === "h" ? "" : "; Secure";
    document.cookie = `${name}=; Path=/; Max-Age=0; SameSite=Strict${secure}`;
  }
  const body = new URLSearchParams(new FormData(leaving));
  fetch(leaving.action, { method: "POST", body, keepalive: true }).catch(() => {});
  location.replace(leaving.dataset.then);
});
addEventListener("pageshow", (event) => {
  const back = event.persisted && document.documentElement.hidden;
  if (back) location.replace(leaving.dataset.then);
});
