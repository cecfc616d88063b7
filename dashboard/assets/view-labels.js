/* Words within drawings that would be cut at a side stand where they are whole: numbers stand at their ends. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const EDGE = 2;

  function zoomed(plot) {
    const graph = plot.closest(".graph");
    return (graph && parseFloat(window.getComputedStyle(graph).zoom)) || 1;
  }

  /* What is seen of a drawing from side to side: on a phone it may be wider than its place. */
  function seen(plot) {
    const box = plot.getBoundingClientRect();
    const place = plot.closest(".lanes-scroll")?.getBoundingClientRect() || box;
    return { left: box.left + EDGE, right: Math.min(box.right, box.left + place.width) - EDGE };
  }

  /* How far right words are to go so that nothing of them is cut; less than none to the left, where others may stand.
     Words begin with their number: where there is no room for all of them, their end is cut. */
  function by(at, box, others) {
    const beside = others.filter((one) => one.right <= at.left && one.top < at.bottom && one.bottom > at.top);
    const left = Math.max(box.left, ...beside.map((one) => one.right + 3 * EDGE));
    return Math.max(left - at.left, Math.min(0, box.right - at.right));
  }

  function settle(plot) {
    const labels = [...plot.querySelectorAll(".infolayer .annotation")];
    for (const label of labels) label.style.transform = "";
    const [box, places] = [seen(plot), labels.map((label) => label.getBoundingClientRect())];
    for (const [place, label] of labels.entries()) {
      const shift = places[place].width && by(places[place], box, places) / zoomed(plot);
      if (shift) label.style.transform = `translateX(${shift}px)`;
    }
  }

  function listen() {
    for (const plot of document.querySelectorAll(".graph .js-plotly-plot")) {
      if (!plot.on || plot.labelsHeard) continue;
      plot.labelsHeard = true;
      plot.on("plotly_afterplot", () => settle(plot));
      settle(plot);
    }
  }

  site.after.push(listen);
})();
