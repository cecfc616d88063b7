/* The filters: folded on a narrow screen, named for what they are, dropped and reset. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  function reset() {
    const asked = site.asked();
    const kept = {};
    for (const name of KEPT) if (asked[name]) kept[name] = asked[name];
    site.go(kept);
  }

  /* How rows and figures are shown, and what is hidden, is no filter: it stays. An open incident, count or page is left without a word. */
  const KEPT = ["lanes", "rows", "of", "columns", "per", "measure", "sort", "by", "a", "b", "gentle", "hide"];
  const UNSAID = [...KEPT, "page", "incident", "tally"];

  /* The button says what it would drop. */
  function say(asked) {
    const { order, called } = site.rules();
    const dropped = order.filter((name) => asked[name] && !UNSAID.includes(name)).map((name) => called[name] || name);
    const words = dropped.length ? site.words("Reset", { names: dropped.join(", ") }) : site.words("ResetAll");
    for (const node of document.querySelectorAll("[data-reset]")) {
      if (node.textContent !== words) node.textContent = words;
    }
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

  /* A field that is left by a press shrinks once the press is over: what is pressed must not move away under it. */
  let leaving = null;

  document.addEventListener(
    "mousedown",
    ({ target }) => {
      const field = document.activeElement;
      if (!field.matches(".mantine-MultiSelect-inputField") || field === target) return;
      leaving = field;
      leaving.dataset.leaving = "";
    },
    true,
  );

  function left() {
    if (leaving) delete leaving.dataset.leaving;
    leaving = null;
  }

  for (const end of ["mouseup", "dragend"]) document.addEventListener(end, () => leaving && window.setTimeout(left, 0), true);

  site.actions.reset = reset;
  site.actions.drop = (node) => site.change({ [node.dataset.drop]: null });
  site.after.push(fold, fields, say);
})();
