// Three small things; every page is complete without them.

// A code behind # never reaches the server: put it into its field, then forget it.
const field = document.querySelector('input[name="code"]');
const code = location.hash.slice(1);
if (field && /^[0-9A-Za-z-]{16,}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname + location.search);
}

// Leave quickly: empty at once, in every tab, and forget one of the two cookies, even
// without a network; then tell the server, which ends the visit by the other one.
const leaving = document.querySelector("form.leaving");
const tabs = new BroadcastChannel("tabs");
const vanish = () => {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  location.replace(leaving.dataset.then);
};
leaving?.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new URLSearchParams(new FormData(leaving));
  for (const name of ["h", "__Host-h"]) {
    const secure = name === "h" ? "" : "; Secure";
    document.cookie = `${name}=; Path=/; Max-Age=0; SameSite=Strict${secure}`;
  }
  tabs.postMessage("left");
  fetch(leaving.action, { method: "POST", body, keepalive: true }).catch(() => {});
  vanish();
});
tabs.addEventListener("message", vanish);
addEventListener("pageshow", (event) => {
  if (event.persisted && document.documentElement.hidden) vanish();
});

// Shift three times leaves too: quickly and with nothing between, so no capital does.
const QUICK = 2500;
let presses = [];
let alone = false;
const interrupt = () => {
  presses = [];
  alone = false;
};
addEventListener("keydown", (event) => {
  if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) interrupt();
  else alone = true;
});
addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || !alone) return interrupt();
  presses = [...presses.filter((at) => event.timeStamp - at < QUICK), event.timeStamp];
  if (presses.length === 3) leaving?.requestSubmit();
});
for (const other of ["pointerdown", "blur"]) addEventListener(other, interrupt);
