/* On a projector: the drawing of a step as high as what is seen of it, every label of its lines inside of it. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const root = document.documentElement;
  const LOWEST = 0.34; /* of its own height: a drawing pressed further would have its rows on one another */
  const CLOSE = 0.6; /* from here on words and numbers can stand on others */
  const TOUCHING = 0.45; /* of the height of words: a box is higher than its letters */
  const EDGE = 2;
  const fitted = new Map(); /* per drawing what it was before: { layout, height, notes } */

  const presenting = () => root.hasAttribute("data-presenting");

  function drawing() {
    const plot = document.querySelector("#page .story-figure .graph:not(.strip) .js-plotly-plot");
    return plot && plot._fullLayout && window.Plotly ? plot : null;
  }

  const zoomed = (plot) => parseFloat(window.getComputedStyle(plot.closest(".graph")).zoom) || 1;

  /* How high it may be so that its foot is seen without scrolling, in its own px. */
  function room(plot) {
    const column = plot.closest(".story-figure");
    const above = plot.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
    return Math.floor((column.clientHeight - above) / zoomed(plot)) - EDGE;
  }

  /* Nobody else hears of it: it is no zoom, which would have the figure drawn anew. */
  async function lay(plot, changes) {
    const { emit } = plot;
    plot.emit = (name, ...more) => (name.startsWith("plotly_relayout") ? undefined : emit.call(plot, name, ...more));
    try {
      await window.Plotly.relayout(plot, changes);
    } finally {
      plot.emit = emit;
    }
  }

  async function fit(plot) {
    const height = plot._fullLayout.height;
    const before = { layout: plot.layout, height, notes: structuredClone(plot.layout.annotations || []) };
    fitted.set(plot, before);
    const most = room(plot);
    if (most < height && most > LOWEST * height) await lay(plot, { height: most });
    const inside = shifts(plot);
    if (Object.keys(inside).length) await lay(plot, inside);
    if (plot._fullLayout.height < CLOSE * height) leaveOut(plot);
    before.layout = plot.layout;
  }

  /* Labels that would be cut at a side, moved to where they are whole. */
  function shifts(plot) {
    const box = plot.getBoundingClientRect();
    const moved = {};
    for (const label of plot.querySelectorAll(".annotation[data-index]")) {
      const text = label.querySelector(".annotation-text-g");
      const at = (text || label).getBoundingClientRect();
      const by = Math.max(0, box.left + EDGE - at.left) - Math.max(0, at.right + EDGE - box.right);
      const note = plot.layout.annotations[label.dataset.index];
      if (!by || !note) continue;
      const name = note.showarrow === false ? "xshift" : "ax";
      moved[`annotations[${label.dataset.index}].${name}`] = (note[name] || 0) + by / zoomed(plot);
    }
    return moved;
  }

  /* Names of lines and numbers that would stand on others: what is under the drawing has what they say. */
  function leaveOut(plot) {
    const boxes = (parts) => [...plot.querySelectorAll(parts)].map((part) => [part, part.getBoundingClientRect()]);
    const kept = boxes(".ytick text, .xtick text, .scatterlayer path.point").map(([, box]) => box);
    const numbered = ([part]) => /\d/.test(part.textContent); // others are flags, and names of bands
    kept.push(...boxes(".annotation-text-g").filter((one) => !numbered(one)).map(([, box]) => box));
    for (const [part, box] of boxes(WORDS).filter(numbered)) {
      const touches = kept.some((other) => shared(box, other, "left", "right") > EDGE && shared(box, other, "top", "bottom") > TOUCHING * Math.min(box.height, other.height));
      part.style.visibility = touches ? "hidden" : "";
      if (!touches) kept.push(box);
    }
  }

  const WORDS = ".annotation-text-g, .textpoint text";
  const shared = (one, other, from, to) => Math.min(one[to], other[to]) - Math.max(one[from], other[from]);

  async function restore(plot, before) {
    fitted.delete(plot);
    for (const part of plot.querySelectorAll(WORDS)) part.style.visibility = "";
    if (!plot.isConnected || plot.layout !== before.layout) return;
    await lay(plot, { height: before.height, annotations: before.notes });
  }

  async function settle(anew) {
    const plot = drawing();
    for (const [one, before] of [...fitted])
      if (anew || !presenting() || one !== plot || one.layout !== before.layout) await restore(one, before);
    if (presenting() && plot && !fitted.has(plot)) await fit(plot);
  }

  /* The size of the words changes at once, that of the drawings a moment later; a drawing comes after its step. */
  let timer = 0;
  let resized = false;
  let work = Promise.resolve(); /* one after the other: each leaves the drawing as the next expects it */

  function soon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      const anew = resized;
      resized = false;
      work = work.then(() => settle(anew)).catch(() => fitted.clear());
    }, 250);
  }

  new MutationObserver(soon).observe(root, { attributes: true, attributeFilter: ["data-presenting"] });
  window.addEventListener("resize", () => {
    resized = presenting();
    if (resized) soon();
  });
  site.after.push(soon);
})();
