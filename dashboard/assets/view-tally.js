/* Declared counts: one is explained. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  /* To the explanation, with the keyboard: what comes next from there is read next. */
  function show(title) {
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "start" });
  }

  /* Where counts are explained, a count opens in place; elsewhere the way leads there, with the same selection. */
  site.explain = function (tally, measure) {
    const here = document.getElementById("explained-title");
    const changes = { ...site.asked(), tally: [tally], ...(measure ? { measure: [measure] } : {}) };
    if (!here) for (const name of ["rows", "of", "columns", "per", "page", "sort"]) delete changes[name];
    if (!here) return window.location.assign("/counts?" + site.write(changes));
    site.go(changes);
    show(here);
  };

  /* A page that arrives with a count to explain shows the explanation first. */
  let revealed = null;

  function reveal(tally) {
    const title = document.getElementById("explained-title");
    if (!title || !tally || revealed === title) return;
    revealed = title;
    if (document.activeElement === document.body) show(title);
    else title.scrollIntoView({ block: "start" });
  }

  site.actions.tally = (node) => site.explain(node.dataset.tally, node.dataset.measure);
  site.after.push((asked) => reveal(asked.tally));
})();
