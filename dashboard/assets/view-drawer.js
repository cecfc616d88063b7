/* The drawer: where the keyboard is in it, and what a screen reader hears of it. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  /* Tab stays in the drawer; the drawer's own trap counts buttons in folded parts, and lets the keyboard out there. */
  document.addEventListener("keydown", (event) => {
    const drawer = event.key === "Tab" && event.target.closest && event.target.closest("[role=dialog]");
    if (!drawer) return;
    const stops = [...drawer.querySelectorAll("a[href], button, summary, input, [tabindex='0']")];
    const open = stops.filter((node) => !node.disabled && node.checkVisibility());
    const [from, to] = event.shiftKey ? [open[0], open.at(-1)] : [open.at(-1), open[0]];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  });

  /* The drawer: its bar is no banner of the page, its description is the incident's title and not all of its text.
     Stepping to another incident starts at the top and says its title; the keyboard stays on a button that works. */
  let stepped = null;
  let title = "";

  site.stepped = function (node) {
    stepped = node.closest("[role=dialog]") ? node : null;
  };

  function dialog() {
    const drawer = document.querySelector("[role=dialog].mantine-Drawer-content");
    const heading = drawer && drawer.querySelector(".drawer-title");
    if (!heading) return;
    drawer.querySelector("header").setAttribute("role", "presentation");
    heading.id = "open-incident";
    drawer.setAttribute("aria-describedby", heading.id);
    const words = site.told(heading);
    if (stepped && title !== words) {
      drawer.scrollTop = 0;
      site.announce(words);
      if (stepped.disabled || !stepped.isConnected) (drawer.querySelector("button[data-incident]:enabled") || drawer).focus();
      stepped = null;
    }
    title = words;
  }

  site.after.push(dialog);
})();
