/* Figures taken away: their rows, their picture with title and origin, an address that leads to them. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const LINE = 20;
  const WIDER = 24; // a picture has no font of the page, and others are wider
  const FONT = "16px sans-serif";

  /* --- rows: the same query as the page, and the incident that its path names ----------------------------- */

  function query(asked) {
    const incident = site.ownIncident();
    return site.write(incident ? { ...asked, incident: [incident] } : asked);
  }

  function rows(asked) {
    for (const link of document.querySelectorAll("a[data-rows]")) {
      const href = link.getAttribute("href").split("?")[0] + "?" + query(asked);
      if (href !== link.getAttribute("href")) link.setAttribute("href", href);
    }
  }

  /* --- pictures ------------------------------------------------------------------------------------------- */

  function folded(text, width) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = FONT;
    const lines = [""];
    for (let word of text.split(/\s+/)) {
      for (let wide = pen.measureText(word).width; wide > width; wide = pen.measureText(word).width) {
        const fits = Math.floor((word.length * width) / wide); // an address has no blank to break it at
        lines.push(word.slice(0, fits));
        word = word.slice(fits);
      }
      const longer = (lines.at(-1) + " " + word).trim();
      if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.filter(Boolean).map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  }

  /* A sign keeps how full it is: a letter of private use before it says so until the text is folded. */
  const FULL = { claimed: 0.25, reported: 0.45, corroborated: 0.7, acknowledged: 1 };
  const HOLLOW = { "▲": "△", "●": "○", "◆": "◇", "■": "□", "▼": "▽", "★": "☆" };
  const LEVELS = Object.keys(FULL);
  const letter = (level) => String.fromCharCode(0xe000 + LEVELS.indexOf(level));

  function words(part) {
    const copy = part.cloneNode(true);
    for (const level of LEVELS) {
      for (const sign of copy.querySelectorAll(`.mark-${level}`)) sign.textContent = letter(level) + sign.textContent;
    }
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function filled(text) {
    return text.replace(/([\ue000-\ue003])(.)/gu, (_, of, sign) => {
      const level = LEVELS[of.charCodeAt(0) - 0xe000];
      const shown = level === "claimed" ? HOLLOW[sign] || sign : sign;
      return `<span style="color:rgba(194, 87, 26, ${level === "claimed" ? 1 : FULL[level]})">${shown}</span>`;
    });
  }

  /* Where a picture comes from: site, data, day, address with the version of the data; without it, nobody could find the
     rows again. */
  function origin(figure) {
    const known = (site.asked().known_by || [])[0];
    const { version, licence } = document.querySelector("[data-version]").dataset;
    const data = [version, licence].filter(Boolean).join(", ");
    return `As Reported, ${data}${known ? ", " + site.words("KnownBy", { day: known }) : ""}. ${site.frozen()}#${figure.id}`;
  }

  /* A figure of its own: on white, with its title and takeaway above; below it what its lanes add up to, its legend, the
     rows left out and its origin. */
  function picture(figure, plot, leftOut) {
    const width = Math.max(plot.clientWidth, 900);
    const title = site.told(figure.querySelector("h2, h3"));
    const above = folded(site.told(figure.querySelector(".takeaway")), width - 32);
    const parts = [...figure.querySelectorAll(".lanes-note:not(:empty)"), ...figure.querySelectorAll(".legend")].map(words);
    const below = [...parts, ...leftOut, origin(figure)].flatMap((part) => folded(part, width - 32));
    const layout = structuredClone(plot.layout);
    const { l: left = 80, t = 100, b = 80 } = layout.margin || {};
    const l = left + WIDER;
    const [head, foot] = [(above.length + 2) * LINE, (below.length + 1) * LINE];
    layout.margin = { ...layout.margin, l: l, t: t + head, b: b + foot };
    layout.paper_bgcolor = layout.plot_bgcolor = "white";
    layout.font = { ...layout.font, family: "sans-serif", color: "#26323e" };
    const text = { showarrow: false, align: "left", xref: "paper", yref: "paper", x: 0, xanchor: "left", xshift: 16 - l, font: { size: 16 } };
    layout.annotations = [
      ...(layout.annotations || []),
      { ...text, text: [`<b>${folded(title, 1e6)[0]}</b>`, ...above].join("<br>"), y: 1, yanchor: "bottom", yshift: t + 4 },
      { ...text, text: filled(below.join("<br>")), y: 0, yanchor: "top", yshift: -b },
    ];
    const height = (plot.clientHeight || plot.layout.height || 440) + head + foot;
    return { data: plot.data, layout: { ...layout, width, height, autosize: false } };
  }

  async function save(button) {
    const figure = button.closest("figure");
    const plot = figure.querySelector(".js-plotly-plot");
    const kind = button.dataset.picture;
    const leftOut = await site.leftOut(button.parentElement.dataset.tables.split(" "));
    const drawn = picture(figure, plot, leftOut);
    const { width, height } = drawn.layout;
    await window.Plotly.downloadImage(drawn, { format: kind, width, height, scale: kind === "png" ? 2 : 1, filename: name(figure) });
    site.announce(site.words("Saved"));
  }

  function name(figure) {
    return ["as-reported", figure.id.replace(/-figure$/, ""), (site.asked().known_by || [])[0]].filter(Boolean).join("-");
  }

  /* --- addresses that point to a figure ------------------------------------------------------------------- */

  const PATIENCE = 8000;
  let wanted = { hash: "", until: 0 };

  /* Pages arrive after their address, and grow while their figures are drawn: the part that the address names is kept
     in view until the page has settled, or until the reader moves. */
  function reach() {
    const hash = window.location.hash;
    const part = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!part) return;
    if (wanted.hash !== hash) wanted = { hash: hash, until: Date.now() + PATIENCE };
    if (Date.now() < wanted.until) part.scrollIntoView({ block: "start", behavior: "instant" });
  }

  for (const moved of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    document.addEventListener(moved, () => (wanted.until = 0), { passive: true });
  }

  site.actions.picture = save;
  site.after.push(rows, reach);
})();
