/* What a selection leaves out is asked of the server while the panel that says it stands open, and not before. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  let said = null; /* { panel, query } */

  function ask() {
    const panel = document.getElementById("taken");
    if (!panel || !panel.open) return;
    const query = site.write(site.asked(), site.rules().parts.kept);
    if (said && said.panel === panel && said.query === query) return;
    said = { panel, query };
    window.dash_clientside.set_props("taken-asked", { data: query || "?" });
  }

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
