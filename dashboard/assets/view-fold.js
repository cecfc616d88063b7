/* What a phone shows folded, and the links past what stands before. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const narrow = window.matchMedia("(max-width: 40rem)");

  /* --- folds: closed once on a narrow screen, then as the reader leaves them; open on a wide one ---------------- */

  function fold() {
    for (const part of document.querySelectorAll("details[data-fold]")) {
      if (part.dataset.fold === String(narrow.matches)) continue;
      part.dataset.fold = String(narrow.matches);
      part.open = !narrow.matches || part.contains(document.activeElement);
    }
  }

  const menu = () => document.querySelector("#react-entry-point .menu[data-fold=true][open]");

  function close(within) {
    const open = menu();
    if (!open) return;
    if (within) open.querySelector("summary").focus();
    open.open = false;
  }

  document.addEventListener("click", (event) => {
    if (menu() && (!menu().contains(event.target) || event.target.closest("a"))) close(false);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu()) close(menu().contains(document.activeElement));
  });

  /* --- links to the parts of a page ----------------------------------------------------------------------------- */

  const seen = (selector) => [...document.querySelectorAll("#react-entry-point main " + selector)].find((node) => node.checkVisibility());

  const PARTS = {
    figure: () => seen("figure[id]"),
    rows: () => seen(":is(#rows, #paired, #every-tally) :is(a.incident, a.tally)"),
    taken: () => seen("#taken"),
  };

  /* Where the keyboard goes: to the figure as a whole, to the first row, to the panel, which opens. */
  site.skips = {
    figure: () => Object.assign(PARTS.figure(), { tabIndex: -1 }),
    rows: PARTS.rows,
    taken: () => Object.assign(PARTS.taken(), { open: true }).querySelector("summary"),
  };

  function links() {
    for (const link of document.querySelectorAll("a.skip[data-to]")) {
      const none = !PARTS[link.dataset.to]();
      if (link.hidden !== none) link.hidden = none;
    }
  }

  narrow.addEventListener("change", fold);
  site.after.push(fold, links);
  fold();
})();
