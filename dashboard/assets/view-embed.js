/* A view in a page of somebody else: it leads to the whole site in a new window, and says how high it is. */

(function () {
  "use strict";

  const root = document.documentElement;
  if (!root.hasAttribute("data-embedded")) return;

  const site = window.asReportedSite;
  const parts = window.dash_clientside.asReported;

  function leave(address) {
    window.open(address, "_blank", "noopener");
  }

  function address(path, asked) {
    const query = site.write(asked);
    return path + (query ? "?" + query : "");
  }

  function incident(id) {
    leave(address("/incidents/" + encodeURIComponent(id), { known_by: site.asked().known_by || [] }));
  }

  /* A mark is an incident, several of them (their days), or a declared count. */
  parts.clicked = function (data) {
    const [key, first, last, tally] = (data && data.points && data.points[0] && data.points[0].customdata) || [];
    if (tally) site.actions.tally({ dataset: { tally } });
    else if (key) incident(key);
    else if (first) leave(address(document.querySelector(".embed-open").pathname, { ...site.asked(), from: [first], to: [last] }));
    return null;
  };
  parts.zoomed = parts.brushed = () => window.dash_clientside.no_update;

  /* A link leaves the frame whatever the page's own router would do with it; so does a row. */
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest && event.target.closest("a[href]");
      if (!link) return;
      event.stopPropagation();
      if (!link.dataset.incident || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      incident(link.dataset.incident);
    },
    true,
  );

  /* --- height ----------------------------------------------------------------------------------------------- */

  let told = 0;

  function tell() {
    const page = [...document.querySelectorAll("main")].find((main) => main.checkVisibility({ visibilityProperty: true }));
    const height = page ? Math.ceil(page.getBoundingClientRect().bottom + window.scrollY) : 0;
    if (!height || height === told || window.parent === window) return;
    told = height;
    window.parent.postMessage({ type: "as-reported:height", height: height }, "*");
  }

  const sizes = new ResizeObserver(tell);

  function watch() {
    for (const main of document.querySelectorAll("main")) sizes.observe(main);
    tell();
  }

  document.addEventListener("DOMContentLoaded", () => {
    site.actions.incident = (node) => incident(node.dataset.incident);
    site.actions.tally = (node) => leave(address("/counts", { ...site.asked(), tally: [node.dataset.tally] }));
    watch();
  });
  site.after.push(watch);
})();
