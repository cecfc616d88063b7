/* On a projector: the drawing of a step as high as what is seen of it. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const root = document.documentElement;
  const LOWEST = 0.34; /* of its own height: a drawing pressed further would have its rows on one another */
  const CLOSE = 0.6; /* from here on words and numbers can stand on others */
  const WHOLE = 0.85; /* on the whole width nothing is left out: a clicker shows what is below */
  const TOUCHING = 0.45; /* of the height of words: a box is higher than its letters */
  const EDGE = 2;
  const GRAPH = ".graph:not(.strip)";
  const LONGEST = 40; /* times that a drawing is waited for, a quarter of a second each */
  const fitted = new Map(); /* per drawing what it was before: { layout, height } */

  const presenting = () => root.hasAttribute("data-presenting");

  function drawing() {
    const plot = document.querySelector(`#page .story-figure ${GRAPH} .js-plotly-plot`);
    return plot && plot._fullLayout && window.Plotly ? plot : null;
  }

  const zoomed = (plot) => parseFloat(window.getComputedStyle(plot.closest(".graph")).zoom) || 1;

  /* Whether it stands on the whole width, under the words of its step: a clicker shows it screen by screen. */
  const stacked = (plot) => window.getComputedStyle(plot.closest(".story-columns")).overflowY === "auto";

  /* How high it may be so that its foot is seen without scrolling, in its own px. */
  function room(plot) {
    const column = plot.closest(".story-figure");
    const above = plot.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
    const seen = stacked(plot) ? plot.closest(".story-columns") : column;
    return Math.floor((seen.clientHeight - above) / zoomed(plot)) - EDGE;
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
    const before = { layout: plot.layout, height };
    fitted.set(plot, before);
    const most = room(plot);
    if (most < height && most > (stacked(plot) ? WHOLE : LOWEST) * height) await lay(plot, { height: most });
    if (plot._fullLayout.height < CLOSE * height) leaveOut(plot);
    before.layout = plot.layout;
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
    await lay(plot, { height: before.height });
  }

  /* What a reader opens is open on a projector: a clicker opens nothing. What gentle mode leaves out stays left out. */
  function unfold() {
    const step = "#page .story-figure details";
    const change = presenting() ? [`${step}:not([open]):has(.graph)`, true] : [`${step}[data-unfolded]`, false];
    for (const part of document.querySelectorAll(change[0])) {
      part.open = change[1];
      part.toggleAttribute("data-unfolded", change[1]);
    }
  }

  async function settle(anew) {
    unfold();
    const plot = drawing();
    if (presenting() && !plot && document.querySelector(`#page .story-figure ${GRAPH}`) && waited++ < LONGEST) soon();
    if (plot) waited = 0;
    if (plot && !plot.fitHeard) plot.on("plotly_afterplot", () => presenting() && plot.layout !== fitted.get(plot)?.layout && soon());
    if (plot) plot.fitHeard = true; // a drawing that came once may come again, with its own height
    for (const [one, before] of [...fitted])
      if (anew || !presenting() || one !== plot || one.layout !== before.layout) await restore(one, before);
    if (presenting() && plot && !fitted.has(plot)) await fit(plot);
  }

  /* The size of the words changes at once, that of the drawings a moment later; a drawing comes after its step. */
  let timer = 0;
  let waited = 0;
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
