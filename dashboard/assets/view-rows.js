/* The rows: arrows walk along them, links carry the view, one is open. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  const ROW = "a.incident, a.tally";
  const TOGETHER = "#rows, #paired, #tallies, #every-tally";

  /* Arrows, Home and End walk along the rows of the list and the table; Enter opens, as on any link. */
  document.addEventListener("keydown", (event) => {
    const here = event.target.closest && event.target.closest(ROW);
    if (!here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = [...(here.closest(TOGETHER) || document).querySelectorAll(ROW)];
    const at = all.indexOf(here);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (all[to]) all[to].focus();
  });

  site.toRows = function () {
    const first = document.querySelector(":is(#rows, #paired) :is(" + ROW + ")");
    if (first) first.focus();
  };

  /* Links to incidents carry the whole view as it is now, for a new tab; the open one says so. */
  function address(asked, incident) {
    for (const link of document.querySelectorAll("a.incident")) {
      if (link.dataset.incident === incident) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      const [path] = link.getAttribute("href").split("?");
      const href = path + "?" + site.write({ ...asked, incident: [link.dataset.incident] });
      if (path === window.location.pathname && href !== link.getAttribute("href")) link.setAttribute("href", href);
    }
  }

  /* An incident's own page has no drawer: another incident is another page, with the same known-by day. */
  function turn(incident) {
    const { known_by } = site.asked();
    window.location.assign("/incidents/" + encodeURIComponent(incident) + (known_by ? "?known_by=" + known_by[0] : ""));
  }

  function open(node) {
    if (window.location.pathname.startsWith("/incidents/")) return turn(node.dataset.incident);
    site.stepped(node);
    site.change({ incident: node.dataset.incident });
  }

  site.actions.incident = open;
  site.after.push((asked) => address(asked, (asked.incident || [])[0]));
})();
