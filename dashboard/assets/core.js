/* What the scripts of the site share. Each file beside this one holds one concern and adds to two lists:

   site.actions   what a button does, by the name of its data attribute: data-copy="..." runs site.actions.copy(button)
   site.after     what follows from the address after every change, without asking the server

   Files are loaded in order of their names: core, days, state, then the views. */

window.dash_clientside = window.dash_clientside || {};

(function () {
  "use strict";

  const site = (window.asReportedSite = { actions: {}, after: [] });

  /* Whether things keep still: as the system has it, or as the reader chose under Reading. */
  const system = window.matchMedia("(prefers-reduced-motion: reduce)");
  site.still = {
    get matches() {
      return system.matches || document.documentElement.dataset.motion === "reduced";
    },
    addEventListener: (name, follow) => system.addEventListener(name, follow),
  };

  /* What the scripts say: the server draws the words, {named} parts are filled in here. */
  site.words = function (name, filled = {}) {
    const text = document.getElementById("words").dataset["say" + name];
    return text.replace(/\{(\w+)\}/g, (whole, part) => (part in filled ? filled[part] : whole));
  };

  /* Say something to a reader who does not see the page change. */
  site.announce = function (text) {
    const region = document.getElementById("said");
    region.textContent = "";
    window.setTimeout(() => (region.textContent = text), 50);
  };

  /* An element with its text. */
  site.made = function (tag, text, more) {
    return Object.assign(document.createElement(tag), { textContent: text }, more);
  };

  /* What an element says as the reader reads: without what gentle mode holds back, or without the words instead of it. */
  const HELD = {
    on: ":not(.unveiled) > .harm:has(+ .instead), .unveiled > .instead",
    off: ".instead",
  };
  site.told = function (node) {
    const copy = node.cloneNode(true);
    for (const part of copy.querySelectorAll(HELD[document.documentElement.dataset.gentle] || HELD.off)) part.remove();
    return copy.textContent.trim();
  };

  /* Escape within a dialog closes the dialog, not the drawer beneath it. */
  site.apart = function (dialog) {
    for (const node of dialog.querySelectorAll("a, button, pre, p")) node.setAttribute("data-mantine-stop-propagation", "true");
  };

  /* The incident that the path names, or "". */
  site.ownIncident = function () {
    const [, incident] = /^\/incidents\/([^/]+)$/.exec(window.location.pathname) || [];
    return incident ? decodeURIComponent(incident) : "";
  };

  /* The figures of the page that have been drawn. */
  site.plots = function () {
    return [...document.querySelectorAll(".js-plotly-plot")].filter((plot) => plot.data);
  };

  /* --- one listener for every button -------------------------------------------------------------------- */

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (event.target.closest("a.skip")) return skip(event);
    const names = Object.keys(site.actions);
    const node = event.target.closest(names.map((name) => `[data-${name}]`).join());
    if (!node || node.disabled) return;
    event.preventDefault();
    site.actions[names.find((name) => name in node.dataset)](node);
  });

  /* To the content or a part of it (view-fold.js), without a trace in the address: links that are copied from it point
     to a view. */
  function skip(event) {
    const to = event.target.closest("a.skip").dataset.to;
    event.preventDefault();
    if (to) site.skips[to]().focus();
    else document.querySelector("main").focus();
  }

  /* --- after each change ---------------------------------------------------------------------------------- */

  site.settle = function () {
    const asked = site.asked();
    for (const follow of site.after) follow(asked);
  };

  site.still.addEventListener("change", () => site.settle());

  let pending = false;
  new MutationObserver(() => {
    if (pending) return;
    pending = true;
    window.requestAnimationFrame(() => {
      pending = false;
      if (document.getElementById("state-rules")) site.settle();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
