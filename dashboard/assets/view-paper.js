/* On paper. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  /* A figure has the width of the screen; on paper it takes that of the sheet. */
  const SHEET = 680;
  window.addEventListener("beforeprint", () => site.plots().forEach((plot) => window.Plotly.relayout(plot, { width: SHEET })));
  window.addEventListener("afterprint", () => site.plots().forEach((plot) => window.Plotly.relayout(plot, { width: null, autosize: true })));
})();
