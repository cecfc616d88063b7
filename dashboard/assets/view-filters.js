/* The filters: folded on a narrow screen, named for what they are, dropped and reset. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  function reset() {
    const asked = site.asked();
    const kept = {};
    for (const name of ["lanes", "rows", "by", "a", "b"]) if (asked[name]) kept[name] = asked[name];
    site.go(kept);
  }

  /* On a narrow screen the filters start folded; whatever the reader does with them then stays. */
  function fold() {
    const panel = document.querySelector(".filters:not([data-folded])");
    if (!panel) return;
    panel.dataset.folded = "asked";
    if (window.matchMedia("(max-width: 62rem)").matches) panel.open = false;
  }

  /* Fields with a list of values under them, named as such: their library leaves the role out. */
  function fields() {
    for (const field of document.querySelectorAll("input[aria-haspopup=listbox]")) {
      field.setAttribute("role", "combobox");
      field.setAttribute("aria-expanded", String(field.dataset.expanded === "true"));
    }
  }

  site.actions.reset = reset;
  site.actions.drop = (node) => site.change({ [node.dataset.drop]: null });
  site.after.push(fold, fields);
})();
