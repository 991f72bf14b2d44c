// A picture to keep comes as a drawing. Phones put photographs among their pictures, so
// it is made into one here, where it is shown; without this the drawing itself is saved.
for (const link of document.querySelectorAll("a[data-picture]")) {
  const drawing = new Image();
  drawing.addEventListener("load", () => {
    const canvas = document.createElement("canvas");
    canvas.width = drawing.naturalWidth;
    canvas.height = drawing.naturalHeight;
    canvas.getContext("2d").drawImage(drawing, 0, 0);
    canvas.toBlob((photograph) => {
      if (!photograph) return;
      link.href = URL.createObjectURL(photograph);
      link.download = link.download.replace("svg", "png");
    });
  });
  drawing.src = link.href;
}
