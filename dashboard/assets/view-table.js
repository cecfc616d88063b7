/* Tables: in which order, which columns, which page, and what the rows stand for. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  site.actions.sort = (node) => site.change({ sort: node.dataset.sort });
  site.actions.of = showRows;
  site.actions.usual = () => site.change({ columns: null, page: (site.asked().page || [])[0] });

  /* A button that leads to no page keeps the keyboard, and does nothing. */
  site.actions.page = function (node) {
    if (node.dataset.page) site.change({ page: node.dataset.page === "1" ? null : node.dataset.page });
  };

  /* Other rows have other columns, and begin where they are shown. */
  function showRows(node) {
    site.change({ of: node.dataset.of, columns: null, sort: null });
    document.getElementById("rows-title").scrollIntoView({ block: "start" });
  }

  /* The columns ticked are asked for; the usual ones need not be. */
  document.addEventListener("change", (event) => {
    const boxes = event.target.matches("input[data-column]") && event.target.closest("[data-usual]");
    if (!boxes) return;
    const ticked = [...boxes.querySelectorAll("input[data-column]:checked")].map((box) => box.dataset.column).sort();
    const asked = site.asked();
    asked.columns = ticked.join(" ") === boxes.dataset.usual ? [] : ticked;
    site.go(asked);
  });
})();
