/* Gentle mode in charts: a mark whose title it leaves out says nothing when pointed at. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  function untitled() {
    const list = document.querySelector("[data-untitled]");
    return new Set(list ? list.dataset.untitled.split(" ").filter(Boolean) : []);
  }

  /* What is hidden is the layer of hover text of this chart, until another mark is pointed at (view-gentle.css). */
  function listen() {
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      if (!plot.on || plot.gentlyHeard) continue;
      plot.gentlyHeard = true;
      plot.on("plotly_hover", ({ points }) => {
        const held = untitled();
        plot.toggleAttribute("data-hover-held", points.some(({ customdata }) => customdata && held.has(customdata[0])));
      });
      plot.on("plotly_unhover", () => plot.removeAttribute("data-hover-held"));
    }
  }

  site.after.push(listen);
})();
