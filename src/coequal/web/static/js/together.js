// Two sit together: a page asks every few seconds whether it is another one by now, and
// goes there. Only while it is in sight, and a fold that it stands in is open; ten minutes
// at most. Asking keeps nobody signed in. Without this there is the link.

const EVERY = 3000;
const LONGEST = 10 * 60 * 1000;
const waits = document.querySelector("[data-together]");
let until = performance.now() + LONGEST;

const look = async () => {
  // Who has left quickly is not brought back: then it stands on no page.
  const isAsking = () => waits.isConnected && !document.hidden &&
    waits.open !== false && performance.now() < until;
  try {
    if (isAsking()) {
      const headers = { "Looks-Again": "1" };
      const answer = await fetch(location.pathname, { headers, cache: "no-store" });
      if (answer.ok && answer.status !== 204 && isAsking()) {
        location.reload();
        return;
      }
    }
  } catch {
    // Without a network it is asked again.
  }
  setTimeout(look, EVERY);
};
waits?.addEventListener("toggle", () => {
  until = performance.now() + LONGEST;
});
if (waits) {
  waits.hidden = false;
  setTimeout(look, EVERY);
}
