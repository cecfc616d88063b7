/* On paper: what the sheets say at their head and foot, the addresses of documents as notes, figures at sheet size. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  /* A sheet of A4 or Letter, in pixels: figures are drawn wider and shrunk, so that their words keep their room. */
  const SHEET = { width: 680, height: 860, whole: 918, shrink: 0.75 };

  /* A figure that only just misses the first sheet gets smaller and lower, but no more than its words and rows bear. */
  const LEAST = { shrink: 0.66, height: 0.72 };

  /* What stands above it on paper: signs on a line, pixels of a line and of the space around. */
  const ABOVE = [
    ["h1, figcaption h2", 62, 24, 12],
    [".print-head p", 130, 13, 7],
    [".sentence, .breakdown, .banner, .takeaway", 102, 18, 10],
  ];

  function printed() {
    return document.querySelector(".mantine-Drawer-content:has(.drawer-title)") || document.querySelector("main");
  }

  function text(selector, within) {
    const node = (within || document).querySelector(selector);
    return node ? site.told(node) : "";
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
    const several = document.querySelector("main [data-known]");
    const version = document.querySelector("[data-version]");
    return {
      title: text(".drawer-title") || text("main h1") || document.title,
      version: version ? version.dataset.version : "",
      known: several ? several.dataset.known : known ? site.words("KnownBy", { day: known }) : site.words("KnownAll"),
    };
  }

  function head(page, { version, known }) {
    const node = made("div", "print-head");
    node.append(made("p", "", ["As Reported", version, known].filter(Boolean).join(" · ")));
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
    const short = title.length > 60 ? title.slice(0, 59) + "…" : title;
    running.replaceSync(
      `@page { @top-left { content: ${quoted("As Reported · " + short)}; ${font} }
               @top-right { content: ${quoted([version, known].filter(Boolean).join(" · "))}; ${font} } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => sheet !== running), running];
  }

  /* --- notes: each document once, in the order of the page, whether a link leads to it or a row rests on it --- */

  const NUMBERED = "a[href^='http'], .row-note";

  /* Folded panels are not printed, and neither is what rests on them. */
  function folded(node) {
    const panel = node.closest("details:not([open])");
    return Boolean(panel) && !node.closest("summary");
  }

  function address(words) {
    const link = document.createElement("a");
    link.href = (/https?:\/\/\S+$/.exec(words) || [""])[0];
    return link.host && link.host !== window.location.host ? link.href : words;
  }

  /* The documents behind each row, in words: the numbers of a row count the notes that follow it. */
  function behind(page) {
    const told = new Map();
    let waiting = [];
    for (const node of page.querySelectorAll(".row-note, .row-notes")) {
      if (node.matches(".row-note")) {
        waiting.push(node);
        continue;
      }
      const items = [...node.querySelectorAll("li")].map(site.told);
      for (const note of waiting) told.set(note, note.textContent.match(/\d+/g).map((number) => items[number - 1]));
      waiting = [];
    }
    return told;
  }

  function documents(node, told) {
    if (node.matches(".row-note")) return (told.get(node) || []).map((words) => [address(words), words]);
    return node.host === window.location.host ? [] : [[node.href, `${site.told(node)} ${node.href}`]];
  }

  function notes(page) {
    const words = new Map();
    const told = behind(page);
    for (const node of [...page.querySelectorAll(NUMBERED)].filter((one) => !folded(one))) {
      const its = documents(node, told);
      for (const [key, said] of its) if (!words.has(key) || words.get(key).length < said.length) words.set(key, said);
      const numbers = its.map(([key]) => `[${[...words.keys()].indexOf(key) + 1}]`).join(" ");
      if (numbers) node[node.matches("a") ? "append" : "after"](made("span", "note-number", numbers));
    }
    document.documentElement.dataset.noted = "";
    if (!words.size) return;
    const list = made("section", "print-notes");
    const items = document.createElement("ol");
    for (const said of words.values()) items.append(made("li", "", said));
    list.append(made("h2", "", site.words("Documents")), items);
    page.append(list);
  }

  function clear() {
    for (const node of document.querySelectorAll(".print-head, .print-notes, .note-number")) node.remove();
    delete document.documentElement.dataset.noted;
  }

  /* --- figures ---------------------------------------------------------------------------------------------- */

  const tall = new Map();

  function above(node, plot) {
    const before = node.compareDocumentPosition(plot) & Node.DOCUMENT_POSITION_FOLLOWING;
    const printed = node.getClientRects().length || node.closest(".print-head");
    return before && printed ? node.textContent.length : 0;
  }

  /* The pixels of the first sheet below what stands above its first figure; no script can measure a sheet. */
  function room(page, plot) {
    const taken = ABOVE.flatMap(([selector, signs, line, space]) =>
      [...page.querySelectorAll(selector)].map((node) => above(node, plot)).filter(Boolean)
        .map((length) => Math.ceil(length / signs) * line + space),
    );
    return SHEET.whole - taken.reduce((sum, one) => sum + one, 0);
  }

  /* By how much a figure is shrunk, and its height before that. */
  function fitted(height, left) {
    const most = Math.min(SHEET.shrink, SHEET.height / height);
    if (height * most <= left || height * LEAST.height * LEAST.shrink > left) return [most, height];
    const lower = Math.max(LEAST.height, left / height / SHEET.shrink);
    return [Math.min(most, left / height / lower), Math.floor(height * lower)];
  }

  function shrink(plot, left) {
    const height = (plot._fullLayout && plot._fullLayout.height) || 1;
    const [factor, wanted] = fitted(height, left);
    plot.style.zoom = factor;
    if (wanted < height) tall.set(plot, height);
    const lower = wanted < height ? { height: wanted } : {};
    return window.Plotly.relayout(plot, { width: Math.floor(SHEET.width / factor), ...lower });
  }

  function restore(plot) {
    plot.style.zoom = "";
    const height = tall.has(plot) ? { height: tall.get(plot) } : {};
    tall.delete(plot);
    window.Plotly.relayout(plot, { width: null, ...height, autosize: true });
  }

  window.addEventListener("beforeprint", () => {
    clear();
    const page = printed();
    if (!page) return;
    const told = facts();
    head(page, told);
    foot(told);
    notes(page);
    const [first, ...others] = site.plots();
    if (first) shrink(first, page.querySelector(".story") ? Infinity : room(page, first));
    others.forEach((plot) => shrink(plot, Infinity));
  });

  window.addEventListener("afterprint", () => {
    clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== running);
    site.plots().forEach(restore);
  });
})();
