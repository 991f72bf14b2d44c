// Four small things; every page is complete without them.

// Offer the days of this browser where nobody has chosen any.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const zone of document.querySelectorAll("select[data-offer]")) {
  if (![...zone.options].some((one) => one.value === here)) continue;
  // Offered, not typed: leaving the page asks nothing.
  for (const one of zone.options) one.defaultSelected = one.value === here;
  zone.value = here;
}

// A jump within a page stands in no address and no history.
for (const jump of document.querySelectorAll('a.row[href^="#"]')) {
  jump.addEventListener("click", (event) => {
    event.preventDefault();
    const to = document.getElementById(jump.hash.slice(1));
    to.scrollIntoView();
    to.focus({ preventScroll: true });
  });
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

// Shift three times leaves too: tapped, quickly, and with nothing between, so that no
// capital does, no wheel or finger that Shift helps, and no hand that rests on it.
const QUICK = 2500;
const TAP = 500;
let taps = [];
let down = null;
const interrupt = () => {
  taps = [];
  down = null;
};
addEventListener("keydown", (event) => {
  const others = event.ctrlKey || event.altKey || event.metaKey;
  if (event.key !== "Shift" || others || event.repeat || down !== null) interrupt();
  else down = event.timeStamp;
});
addEventListener("keyup", (event) => {
  const at = event.timeStamp;
  if (event.key !== "Shift" || down === null || at - down > TAP) return interrupt();
  down = null;
  taps = [...taps.filter((one) => at - one < QUICK), at];
  if (taps.length === 3) leaving?.requestSubmit();
});
for (const other of ["pointerdown", "touchstart", "dragstart", "blur"]) {
  addEventListener(other, interrupt);
}
// A wheel or a touch pad can roll on by itself: only with Shift it is no leaving.
addEventListener("wheel", (event) => event.shiftKey && interrupt(), { passive: true });
