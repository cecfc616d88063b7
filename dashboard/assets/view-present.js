/* On a projector: the drawing of a step as high as what is seen of it, every label of its lines inside of it. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const root = document.documentElement;
  const LOWEST = 0.62; /* of its own height: a drawing pressed further would have its words on one another */
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

  async function restore(plot, before) {
    fitted.delete(plot);
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
