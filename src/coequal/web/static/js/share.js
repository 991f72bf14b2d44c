// Lets the button say how many are shared. Without it the button says "Share these".

for (const form of document.querySelectorAll("[data-share]")) {
  const button = form.querySelector("[data-counted]");
  const said = button.dataset.counted.split("|");
  const plain = button.textContent;
  const say = () => {
    const count = form.querySelectorAll("[name=part]:checked").length;
    button.textContent = said[count - 1] ?? plain;
  };
  form.addEventListener("change", say);
  addEventListener("pageshow", say);
  say();
}
