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
    const boxes = event.target.matches("input[data-column]") && event.target.closest("[data-unasked]");
    if (!boxes) return;
    const ticked = [...boxes.querySelectorAll("input[data-column]:checked")].map((box) => box.dataset.column).sort();
    const asked = site.asked();
    asked.columns = ticked.join(" ") === boxes.dataset.unasked ? [] : ticked;
    site.go(asked);
  });

  /* --- what a redrawn table keeps ------------------------------------------------------------------------- */

  /* The table that arrives is a new one: the keyboard goes on where it was, and an open choice of columns stays so. */
  const places = [
    ["button[data-sort]", (node) => heads(node.dataset.sort.replace("-", ""))],
    [".pages button", (node) => `[aria-label="${node.parentElement.ariaLabel}"] button:nth-of-type(${nth(node)})`],
    ["input[data-column]", (node) => `input[data-column="${node.dataset.column}"]`],
    ["button[data-usual]", () => "button[data-usual]"],
    [".column-choice > summary", () => ".column-choice > summary"],
  ];
  let held = null;
  let unfolded = false;

  function heads(name) {
    return `thead button[data-sort="${name}"], thead button[data-sort="-${name}"]`;
  }

  function nth(node) {
    return [...node.parentElement.querySelectorAll("button")].indexOf(node) + 1;
  }

  document.addEventListener("focusin", (event) => {
    const place = places.find(([where]) => event.target.matches(where));
    held = place ? { node: event.target, again: place[1](event.target) } : null;
  });

  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".column-choice")) unfolded = event.target.open;
  }, true);

  function keep() {
    for (const choice of document.querySelectorAll(".column-choice:not([data-kept])")) {
      choice.dataset.kept = "yes";
      choice.open = unfolded;
    }
    if (!held || held.node.isConnected || document.activeElement !== document.body) return;
    const again = document.querySelector(held.again) || document.querySelector(".table-wrap");
    if (again) again.focus({ preventScroll: true });
  }

  site.after.push(keep);
})();
