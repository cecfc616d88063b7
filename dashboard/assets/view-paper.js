/* On paper: what the sheets say at their head and foot, the addresses of documents as notes, figures at sheet size. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  /* A sheet of A4 or Letter, in pixels: figures are drawn wider and shrunk, so that their words keep their room. */
  const SHEET = { width: 680, height: 860, shrink: 0.75 };

  function printed() {
    return document.querySelector(".mantine-Drawer-content:has(.drawer-title)") || document.querySelector("main");
  }

  function text(selector, within) {
    const node = (within || document).querySelector(selector);
    return node ? node.textContent.trim() : "";
  }

  function made(tag, className, words) {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = words || "";
    return node;
  }

  /* --- head and foot ---------------------------------------------------------------------------------------- */

  function facts() {
    const known = (site.asked().known_by || [])[0];
    const version = document.querySelector("[data-version]");
    return {
      title: text(".drawer-title") || text("main h1") || document.title,
      version: version ? version.dataset.version : "",
      known: known ? site.words("KnownBy", { day: known }) : site.words("KnownAll"),
    };
  }

  function head(page, { title, version, known }) {
    const node = made("div", "print-head");
    node.append(made("p", "", ["As Reported", title, version, known].filter(Boolean).join(" · ")));
    node.append(made("p", "", window.location.href));
    page.prepend(node);
  }

  /* The same on every sheet, where a browser can; a sheet made by script needs no inline style. */
  const running = new CSSStyleSheet();

  function quoted(words) {
    return '"' + words.replaceAll("\\", "").replaceAll('"', "'").replace(/\s+/g, " ") + '"';
  }

  function foot({ title, version, known }) {
    const font = 'font: 8pt "Source Sans 3", sans-serif;';
    const short = title.length > 70 ? title.slice(0, 69) + "…" : title;
    running.replaceSync(
      `@page { @top-left { content: ${quoted("As Reported · " + short)}; ${font} }
               @top-right { content: ${quoted(version)}; ${font} }
               @bottom-left { content: ${quoted(known)}; ${font} } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => sheet !== running), running];
  }

  /* --- notes: each document's address once, in the order of the page ---------------------------------------- */

  function notes(page) {
    const numbers = new Map();
    for (const link of page.querySelectorAll("a[href^='http']")) {
      if (link.host === window.location.host) continue;
      if (!numbers.has(link.href)) numbers.set(link.href, numbers.size + 1);
      link.append(made("span", "note-number", "[" + numbers.get(link.href) + "]"));
    }
    if (!numbers.size) return;
    const list = made("section", "print-notes");
    const items = document.createElement("ol");
    for (const address of numbers.keys()) items.append(made("li", "", address));
    list.append(made("h2", "", site.words("Documents")), items);
    page.append(list);
  }

  function clear() {
    for (const node of document.querySelectorAll(".print-head, .print-notes, .note-number")) node.remove();
  }

  /* --- figures ---------------------------------------------------------------------------------------------- */

  function shrink(plot) {
    const height = (plot._fullLayout && plot._fullLayout.height) || 0;
    const factor = Math.min(SHEET.shrink, height ? SHEET.height / height : 1);
    plot.style.zoom = factor;
    return window.Plotly.relayout(plot, { width: Math.floor(SHEET.width / factor) });
  }

  function restore(plot) {
    plot.style.zoom = "";
    window.Plotly.relayout(plot, { width: null, autosize: true });
  }

  window.addEventListener("beforeprint", () => {
    clear();
    const page = printed();
    if (!page) return;
    const told = facts();
    head(page, told);
    foot(told);
    notes(page);
    site.plots().forEach(shrink);
  });

  window.addEventListener("afterprint", () => {
    clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== running);
    site.plots().forEach(restore);
  });
})();
