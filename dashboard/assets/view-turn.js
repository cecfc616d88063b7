/* When a page or a part of it is drawn anew: the title of the document is that of the page, and the keyboard is not lost. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  const STOPS = "a[href], button:enabled";
  const NAME = " · As Reported";

  /* --- another page --------------------------------------------------------------------------------------- */

  const subject = document.title.includes(NAME) ? document.title.slice(document.title.indexOf(NAME)) : NAME;
  let path = window.location.pathname;
  let heading = "";

  /* As the menu calls the page; what the menu does not have, by its heading: see the titles that the server sends. */
  function named(words) {
    const links = [...document.querySelectorAll(".site-header nav a")];
    const link = links.find((one) => one.getAttribute("href") === window.location.pathname);
    return link ? link.textContent : words;
  }

  function turn() {
    const top = document.querySelector("#page h1");
    if (!top) return;
    const elsewhere = path !== window.location.pathname;
    if (elsewhere && site.told(top) === heading) return; // the page before is still there
    const before = heading;
    heading = site.told(top);
    if (!elsewhere && before && before !== heading) document.title = named(heading) + subject; // an earlier day knows no name
    if (!elsewhere) return;
    path = window.location.pathname;
    document.title = named(heading) + subject;
    site.announce(named(heading));
    if (document.activeElement === document.body) document.getElementById("page").focus({ preventScroll: true });
  }

  /* --- the same page, with other parts ---------------------------------------------------------------------- */

  let held = null; /* { node, words, within } */

  document.addEventListener("focusin", (event) => {
    const node = event.target.closest("main :is(a, button)");
    const within = [];
    for (let part = node && node.closest("[id]:not(a, button)"); part; part = part.parentElement.closest("[id]")) within.push(part.id);
    held = node && { node, words: node.textContent, within };
  });

  /* What had the keyboard was replaced: the same words in the same part have it, or the first stop of that part. */
  function keep() {
    if (!held || held.node.isConnected || document.activeElement !== document.body) return;
    const part = held.within.map((id) => document.getElementById(id)).find(Boolean);
    if (!part) return;
    const stops = part.id === "page" ? [] : [...part.querySelectorAll(STOPS)].filter((node) => node.checkVisibility());
    const next = stops.find((node) => node.textContent === held.words) || stops[0] || document.getElementById("page");
    next.focus({ preventScroll: true });
  }

  site.after.push(turn, keep);
})();
