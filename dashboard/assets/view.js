/* What buttons, keys and gestures do on a page. Everything goes through the address (state.js); nothing is kept elsewhere. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const DAY = 86400000;
  let playing = null;

  /* --- days: plain dates, counted in UTC so that no zone and no clock change can move one ---------------- */

  function ordinal(day) {
    return Date.parse(day.slice(0, 10) + "T00:00:00Z") / DAY;
  }

  function iso(number) {
    return new Date(number * DAY).toISOString().slice(0, 10);
  }

  /* A position on an axis: a plain date, or a date with a time of day that says where between two days it lies. */
  function fraction(position) {
    const [day, time] = String(position).split(/[ T]/);
    const [hours, minutes] = (time || "0:0").split(":");
    return ordinal(day) + (Number(hours) + Number(minutes || 0) / 60) / 24;
  }

  /* --- the window ---------------------------------------------------------------------------------------- */

  function wholePeriod() {
    const bar = document.getElementById("window");
    return [ordinal(bar.dataset.first), ordinal(bar.dataset.last)];
  }

  function windowAsked() {
    const [first, last] = wholePeriod();
    const asked = site.asked();
    return [asked.from ? ordinal(asked.from[0]) : first, asked.to ? ordinal(asked.to[0]) : last];
  }

  function setWindow(first, last) {
    const whole = wholePeriod();
    const all = first <= whole[0] && last >= whole[1];
    return site.change({ from: all ? null : iso(first), to: all ? null : iso(last) });
  }

  /* A stretch of an axis covers the days whose middle it covers; a stretch within one day stands for that day. */
  site.window = function (start, end) {
    let first = Math.ceil(fraction(start) - 0.001);
    let last = Math.floor(fraction(end) + 0.001);
    if (first > last) first = last = Math.round((fraction(start) + fraction(end)) / 2);
    if (!setWindow(first, last)) straighten();
  };

  /* A double click, on the chart or on the strip, gives the whole period back. */
  site.wholeWindow = function () {
    if (!site.change({ from: null, to: null })) straighten();
  };

  function zoom(move) {
    const whole = wholePeriod();
    const [first, last] = windowAsked();
    const step = Math.max(1, Math.round((last - first) / 4));
    const back = Math.max(0, Math.min(step, first - whole[0]));
    const on = Math.max(0, Math.min(step, whole[1] - last));
    const [from, to] = {
      in: [first + step, last - step],
      out: [first - step, last + step],
      back: [first - back, last - back],
      forward: [first + on, last + on],
      all: whole,
    }[move];
    if (from <= to) setWindow(Math.max(from, whole[0]), Math.min(to, whole[1]));
  }

  /* Draw the axis and the strip as the address has them, when a gesture moved them and asked for nothing new. */
  function straighten() {
    const [first, last] = windowAsked();
    const [chart, strip] = plots();
    if (chart) window.Plotly.relayout(chart, { "xaxis.range": [first - 0.6, last + 0.6].map((at) => new Date(at * DAY).toISOString()) });
    if (strip) window.Plotly.relayout(strip, { selections: [] });
  }

  function plots() {
    return ["timeline-chart", "density-strip"].map((id) => document.querySelector(`#${id} .js-plotly-plot`));
  }

  /* --- known by: step and play ------------------------------------------------------------------------- */

  function knownDays() {
    const clock = document.getElementById("clock");
    return clock && clock.dataset.days ? clock.dataset.days.split(" ") : [];
  }

  function step(move) {
    const days = knownDays();
    const now = (site.asked().known_by || [])[0];
    if (move === "all") return setDay(null);
    if (!now) return setDay(move < 0 ? days[days.length - 2] || days[0] : days[0]);
    const next = move < 0 ? days.filter((day) => day < now).pop() : days.find((day) => day > now);
    if (next || move > 0) setDay(next);
  }

  function setDay(day) {
    site.change({ known_by: day }, true);
  }

  function play(button) {
    if (playing) return pause();
    button.textContent = "Pause";
    if (!site.asked().known_by) setDay(knownDays()[0]);
    playing = window.setInterval(() => {
      const days = knownDays();
      const now = (site.asked().known_by || [])[0];
      if (!now || !days.length || now >= days[days.length - 1]) return pause();
      step(1);
    }, 1600);
  }

  function pause() {
    window.clearInterval(playing);
    playing = null;
    const button = document.querySelector("[data-play]");
    if (button) button.textContent = "Play";
  }

  still.addEventListener("change", () => (pause(), site.settle()));

  /* --- copying ------------------------------------------------------------------------------------------ */

  function filled(text) {
    return text.replaceAll("{address}", window.location.href).replaceAll("{today}", iso(Math.floor(Date.now() / DAY)));
  }

  function announce(text) {
    const region = document.getElementById("said");
    region.textContent = "";
    window.setTimeout(() => (region.textContent = text), 50);
  }

  async function copy(button) {
    const text = filled(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyOldWay(text, button);
    }
    const label = (button.dataset.label = button.dataset.label || button.textContent);
    button.textContent = "Copied";
    announce("Copied");
    window.setTimeout(() => (button.textContent = label), 1500);
  }

  /* Without https, or where the reader refuses it, there is no clipboard to write to. */
  function copyOldWay(text, button) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "out-of-sight";
    button.parentNode.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }

  /* --- one listener for every button -------------------------------------------------------------------- */

  const actions = {
    incident: (node) => open(node),
    step: (node) => (pause(), step(node.dataset.step === "all" ? "all" : Number(node.dataset.step))),
    play: (node) => play(node),
    zoom: (node) => zoom(node.dataset.zoom),
    reset: () => reset(),
    drop: (node) => site.change({ [node.dataset.drop]: null }),
    copy: (node) => copy(node),
    tally: (node) => site.explain(node.dataset.tally, node.dataset.measure),
    sort: (node) => site.change({ sort: node.dataset.sort }),
  };

  function open(node) {
    stepped = node.closest("[role=dialog]") ? node : null;
    site.change({ incident: node.dataset.incident });
  }

  /* Where counts are explained, a count opens in place; elsewhere the way leads there, with the same selection. */
  site.explain = function (tally, measure) {
    const here = document.getElementById("explained-title");
    const changes = { ...site.asked(), tally: [tally], ...(measure ? { measure: [measure] } : {}) };
    if (!here) return window.location.assign("/counts?" + site.write(changes));
    site.go(changes);
    here.scrollIntoView({ block: "start" });
  };

  function reset() {
    const asked = site.asked();
    const kept = {};
    for (const name of ["lanes", "rows"]) if (asked[name]) kept[name] = asked[name];
    site.go(kept);
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (event.target.closest("a.skip")) return skip(event);
    for (const [name, act] of Object.entries(actions)) {
      const node = event.target.closest(`[data-${name}]`);
      if (!node || node.disabled) continue;
      event.preventDefault();
      act(node);
      return;
    }
  });

  /* To the content, without a trace in the address: links that are copied from it point to a view. */
  function skip(event) {
    event.preventDefault();
    document.querySelector("main").focus();
  }

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

  /* Arrows, Home and End walk along the incidents of the list and the table; Enter opens, as on any link. */
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pause();
    const here = event.target.closest && event.target.closest("a.incident");
    if (!here || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = [...document.querySelectorAll("a.incident")];
    const at = all.indexOf(here);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (all[to]) all[to].focus();
  });

  site.toRows = function () {
    const first = document.querySelector("#rows a.incident");
    if (first) first.focus();
  };

  /* --- after each change: what follows from the address and needs no server -------------------------------- */

  site.settle = function () {
    const asked = site.asked();
    const incident = (asked.incident || [])[0];
    address(asked, incident);
    const button = document.querySelector("[data-play]");
    if (button) button.hidden = still.matches;
    fold();
    fill();
    fields();
    dialog();
    listen();
    ring(incident);
    reveal(asked.tally);
  };

  /* A page that arrives with a count to explain shows the explanation first. */
  let revealed = null;

  function reveal(tally) {
    const title = document.getElementById("explained-title");
    if (!title || !tally || revealed === title) return;
    revealed = title;
    title.scrollIntoView({ block: "start" });
  }

  /* Links to incidents carry the whole view as it is now, for a new tab; the open one says so. */
  function address(asked, incident) {
    for (const link of document.querySelectorAll("a.incident")) {
      if (link.dataset.incident === incident) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      const [path] = link.getAttribute("href").split("?");
      const href = path + "?" + site.write({ ...asked, incident: [link.dataset.incident] });
      if (path === window.location.pathname && href !== link.getAttribute("href")) link.setAttribute("href", href);
    }
  }

  /* On a narrow screen the filters start folded; whatever the reader does with them then stays. */
  function fold() {
    const panel = document.querySelector(".filters:not([data-folded])");
    if (!panel) return;
    panel.dataset.folded = "asked";
    if (window.matchMedia("(max-width: 62rem)").matches) panel.open = false;
  }

  /* Fields with a list of values under them, named as such: their library leaves the role out. */
  function fields() {
    for (const field of document.querySelectorAll("input[aria-haspopup=listbox]")) {
      field.setAttribute("role", "combobox");
      field.setAttribute("aria-expanded", String(field.dataset.expanded === "true"));
    }
  }

  function fill() {
    for (const node of document.querySelectorAll("[data-fill]")) {
      const text = filled(node.dataset.fill);
      if (node.textContent !== text) node.textContent = text;
    }
  }

  /* The drawer: its bar is no banner of the page, its description is the incident's title and not all of its text.
     Stepping to another incident starts at the top and says its title; the keyboard stays on a button that works. */
  let stepped = null;
  let title = "";

  function dialog() {
    const drawer = document.querySelector("[role=dialog].mantine-Drawer-content");
    const heading = drawer && drawer.querySelector(".drawer-title");
    if (!heading) return;
    drawer.querySelector("header").setAttribute("role", "presentation");
    heading.id = "open-incident";
    drawer.setAttribute("aria-describedby", heading.id);
    if (stepped && title !== heading.textContent) {
      drawer.scrollTop = 0;
      announce(heading.textContent);
      if (stepped.disabled || !stepped.isConnected) (drawer.querySelector("button[data-incident]:enabled") || drawer).focus();
      stepped = null;
    }
    title = heading.textContent;
  }

  /* The chart tells of a double click by its range, the strip by an event of its own. */
  function listen() {
    const [, strip] = plots();
    if (!strip || !strip.on || strip.heard) return;
    strip.heard = true;
    strip.on("plotly_deselect", site.wholeWindow);
  }

  /* Move the ring around the open incident's marks without redrawing the figure. */
  function ring(incident) {
    const [plot] = plots();
    if (!plot || !plot.data || !window.Plotly) return;
    const marks = plot.data.find((trace) => trace.name === "incidents");
    const at = plot.data.findIndex((trace) => trace.name === "chosen");
    if (at < 0) return;
    const x = [];
    const y = [];
    (marks ? marks.customdata : []).forEach((data, index) => {
      if (data[0] !== incident) return;
      x.push(marks.x[index]);
      y.push(marks.y[index]);
    });
    if (!x.length) [x[0], y[0]] = [null, null];
    if (JSON.stringify(plot.data[at].x) !== JSON.stringify(x)) window.Plotly.restyle(plot, { x: [x], y: [y] }, [at]);
  }

  /* A figure has the width of the screen; on paper it takes that of the sheet. */
  const SHEET = 680;
  window.addEventListener("beforeprint", () => plots().forEach((plot) => plot && window.Plotly.relayout(plot, { width: SHEET })));
  window.addEventListener("afterprint", () => plots().forEach((plot) => plot && window.Plotly.relayout(plot, { width: null, autosize: true })));

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
