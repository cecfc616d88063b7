/* A site of files: what the shared scripts ask of a server's page, and the figures, which are drawn from data beside
   them and moved by Plotly itself, by buttons, and by dragging across the strip. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const root = document.documentElement;
  const DAY = 86400000;
  const finger = window.matchMedia("(hover: none) and (pointer: coarse)");

  /* A page of files shows one thing; only its day can be asked. */
  site.asked = () => ({
    ...(root.dataset.knownBy ? { known_by: [root.dataset.knownBy] } : {}),
    ...(/[?&]gentle=yes(&|$)/.test(window.location.search) ? { gentle: ["yes"] } : {}),
  });
  site.go = () => window.location.assign(window.location.pathname);
  site.write = () => "";

  /* --- drawing ---------------------------------------------------------------------------------------------- */

  const whole = new Map(); // per figure, the stretch of time with which it is first drawn

  /* What a page holds compressed, as text. */
  site.unpacked = async function (node) {
    const bytes = Uint8Array.from(window.atob(node.textContent.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new window.DecompressionStream("gzip"));
    return new Response(stream).text();
  };

  async function draw(data) {
    const node = document.getElementById(data.dataset.figure);
    const text = data.type === "text/plain" ? await site.unpacked(data) : data.textContent;
    return plotted(node, JSON.parse(text));
  }

  /* Draw a figure in its place, or another one where one stands. */
  site.plot = plotted;
  function plotted(node, { figure, config }) {
    const range = figure.layout.xaxis && figure.layout.xaxis.range;
    if (finger.matches) figure.layout.dragmode = false; // a finger that meets a figure goes on with the page
    if (range) whole.set(node.id, [...range]);
    const known = node.matches(".js-plotly-plot");
    return window.Plotly.react(node, figure.data, figure.layout, config).then(() => known || listen(node));
  }

  site.plotly = async () => Boolean(window.Plotly);

  /* What is folded away has no size: it is drawn when it is opened. */
  async function drawn() {
    if (!(await site.plotly())) return;
    for (const data of document.querySelectorAll("script[data-figure]:not([data-drawn])")) {
      const node = document.getElementById(data.dataset.figure);
      if (!node || !node.checkVisibility()) continue;
      data.dataset.drawn = "";
      await draw(data);
    }
    for (const button of document.querySelectorAll("[data-zoom='in']")) {
      const node = document.getElementById(button.dataset.of);
      button.parentNode.hidden = !node.matches(".js-plotly-plot") || !node.checkVisibility();
    }
  }

  function listen(node) {
    node.on("plotly_click", (event) => follow(node, (event.points[0] && event.points[0].customdata) || []));
    node.on("plotly_selected", (event) => {
      const range = event && event.range && event.range.x;
      const data = document.querySelector(`script[data-figure="${node.id}"][data-moves]`);
      const chart = data && document.getElementById(data.dataset.moves);
      if (!range || !chart) return;
      show(chart, range);
      window.Plotly.relayout(node, { selections: [] });
    });
  }

  /* A mark is an incident, several of them (their days), or a declared count. */
  function follow(node, [incident, first, last, tally]) {
    if (tally) site.opens.tally(tally);
    else if (incident) site.opens.incident(incident);
    else if (first) show(node, [first + " 00:00", last + " 23:59"]);
  }

  site.opens = {
    tally: (id) => (window.location.href = `${root.dataset.top}counts/${id}/index.html`),
    incident: (id) => (window.location.href = address(id)),
  };

  /* As the rows have it: on a page of a day they lead to the accounts of that day. */
  function address(incident) {
    const path = `incidents/${incident}/`;
    const row = [...document.querySelectorAll("main a[href]")].find((link) => link.getAttribute("href").includes(path));
    return row ? row.href : `${root.dataset.top}${path}index.html`;
  }

  /* --- moving along time ------------------------------------------------------------------------------------ */

  function moment(text) {
    return typeof text === "number" ? text : Date.parse(String(text).replace(" ", "T").slice(0, 23) + "Z");
  }

  function written(number) {
    return new Date(number).toISOString().slice(0, 19).replace("T", " ");
  }

  function show(node, range) {
    const [first, last] = range.map((end) => written(moment(end)));
    window.Plotly.relayout(node, { "xaxis.range": [first, last], "xaxis.autorange": false });
    site.announce(first.slice(0, 10) + " – " + last.slice(0, 10));
  }

  function zoom(button) {
    const node = document.getElementById(button.dataset.of);
    if (!node || !node._fullLayout) return;
    const [start, stop] = whole.get(node.id).map(moment);
    const [first, last] = node._fullLayout.xaxis.range.map(moment);
    const step = Math.max(DAY, (last - first) / 4);
    const back = Math.max(0, Math.min(step, first - start));
    const on = Math.max(0, Math.min(step, stop - last));
    const [from, to] = {
      in: [first + step, last - step],
      out: [first - step, last + step],
      back: [first - back, last - back],
      forward: [first + on, last + on],
      all: [start, stop],
    }[button.dataset.zoom];
    if (to - from >= DAY) show(node, [Math.max(from, start), Math.min(to, stop)]);
  }

  site.actions.zoom = zoom;
  site.drawn = drawn;
  document.addEventListener("toggle", drawn, true);
  window.addEventListener("resize", drawn);
  document.addEventListener("DOMContentLoaded", drawn);
})();
