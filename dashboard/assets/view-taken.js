/* What a selection leaves out is asked of the server while the panel that says it stands open, and not before. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  let said = null; /* { panel, query } */

  function ask(folded) {
    const panel = document.getElementById("taken");
    if (!panel || !(panel.open || folded === true)) return "";
    const query = site.write(site.asked(), site.rules().parts.kept) || "?";
    if (said && said.panel === panel && said.query === query) return query;
    said = { panel, query };
    window.dash_clientside.set_props("taken-asked", { data: query });
    return query;
  }

  const PATIENCE = 5000;

  /* What is left out of these tables, in sentences, once the server has said so; none on a page without the panel. */
  site.leftOut = async function (tables) {
    const query = ask(true);
    const until = Date.now() + PATIENCE;
    while (query && document.getElementById("taken-said")?.textContent !== query) {
      if (Date.now() > until) return [];
      await new Promise((resolve) => window.setTimeout(resolve, 50));
    }
    return query ? tables.map((table) => document.getElementById("taken-left-out-" + table).textContent) : [];
  };

  /* The address of the page with the hash of the data that it shows. */
  site.digest = () => document.querySelector("[data-digest]").dataset.digest;
  site.frozen = function () {
    const { answered, ...asked } = site.asked();
    const query = site.write({ ...asked, data: [site.digest()] });
    return window.location.origin + window.location.pathname + "?" + query;
  };

  document.addEventListener("toggle", ask, true);
  site.after.push(ask);
})();
