/* What buttons and keys do on a page. Everything goes through the address (state.js); nothing is kept elsewhere. */

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

  function fraction(position) {
    const [day, time] = String(position).split(/[ T]/);
    const [hours, minutes] = (time || "0:0").split(":");
    return ordinal(day) + (Number(hours) + Number(minutes || 0) / 60) / 24;
  }

  /* A position on a time axis covers a day when it covers the middle of that day's mark. */
  site.window = function (start, end) {
    const first = Math.ceil(fraction(start) - 0.001);
    const last = Math.floor(fraction(end) + 0.001);
    if (first <= last) site.change({ from: iso(first), to: iso(last) });
  };

  function zoom(move) {
    const bar = document.getElementById("window");
    const whole = [ordinal(bar.dataset.first), ordinal(bar.dataset.last)];
    const asked = site.read(window.location.search);
    let first = asked.from ? ordinal(asked.from[0]) : whole[0];
    let last = asked.to ? ordinal(asked.to[0]) : whole[1];
    const length = last - first;
    const step = Math.max(1, Math.round(length / 4));
    const moves = {
      in: [first + step, last - step],
      out: [first - step, last + step],
      back: [first - step, last - step],
      forward: [first + step, last + step],
      all: whole,
    };
    [first, last] = moves[move];
    first = Math.max(first, whole[0]);
    last = Math.min(last, whole[1]);
    if (first > last) return;
    const everything = first === whole[0] && last === whole[1];
    site.change({ from: everything ? null : iso(first), to: everything ? null : iso(last) });
  }

  /* --- known by: step and play ------------------------------------------------------------------------- */

  function knownDays() {
    return document.getElementById("clock").dataset.days.split(" ");
  }

  function step(move) {
    const days = knownDays();
    const now = (site.read(window.location.search).known_by || [])[0];
    if (move === "all") return setDay(null);
    if (!now) return setDay(move < 0 ? days[days.length - 1] : days[0]);
    const next = move < 0 ? days.filter((day) => day < now).pop() : days.find((day) => day > now);
    if (next) setDay(next);
    else if (move > 0) setDay(null);
    return Boolean(next);
  }

  function setDay(day) {
    site.change({ known_by: day }, true);
    return true;
  }

  function play(button) {
    if (playing) return pause();
    button.setAttribute("aria-pressed", "true");
    button.textContent = "Pause";
    if (!site.read(window.location.search).known_by) setDay(knownDays()[0]);
    playing = window.setInterval(() => {
      const days = knownDays();
      const now = (site.read(window.location.search).known_by || [])[0];
      if (!now || now >= days[days.length - 1]) return pause();
      step(1);
    }, 1600);
  }

  function pause() {
    window.clearInterval(playing);
    playing = null;
    const button = document.querySelector("[data-play]");
    if (button) {
      button.setAttribute("aria-pressed", "false");
      button.textContent = "Play";
    }
  }

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
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "out-of-sight";
      button.parentNode.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const label = button.textContent;
    button.textContent = "Copied";
    announce("Copied");
    window.setTimeout(() => (button.textContent = label), 1500);
  }

  /* --- one listener for every button -------------------------------------------------------------------- */

  const actions = {
    incident: (node) => site.change({ incident: node.dataset.incident }),
    step: (node) => (pause(), step(node.dataset.step === "all" ? "all" : Number(node.dataset.step))),
    play: (node) => play(node),
    zoom: (node) => zoom(node.dataset.zoom),
    reset: () => reset(),
    drop: (node) => site.change({ [node.dataset.drop]: null }),
    copy: (node) => copy(node),
  };

  function reset() {
    const asked = site.read(window.location.search);
    const kept = {};
    for (const name of ["lanes", "rows"]) if (asked[name]) kept[name] = asked[name];
    site.go(kept);
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    for (const [name, act] of Object.entries(actions)) {
      const node = event.target.closest(`[data-${name}]`);
      if (!node || node.disabled) continue;
      event.preventDefault();
      act(node);
      return;
    }
  });

  /* Arrows, Home and End walk along the incidents of the list and the table; Enter opens, as on any link. */
  document.addEventListener("keydown", (event) => {
    const here = event.target.closest && event.target.closest("a.incident");
    if (!here) return;
    const all = [...document.querySelectorAll("a.incident")];
    const at = all.indexOf(here);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  });

  /* --- after each change: mark what is open ---------------------------------------------------------------- */

  site.settle = function () {
    const incident = (site.read(window.location.search).incident || [])[0];
    for (const link of document.querySelectorAll("a.incident")) {
      if (link.dataset.incident === incident) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const button = document.querySelector("[data-play]");
    if (button) button.hidden = still.matches;
    fill();
    ring(incident);
  };

  function fill() {
    for (const node of document.querySelectorAll("[data-fill]")) node.textContent = filled(node.dataset.fill);
  }

  /* Move the ring around the open incident's marks without redrawing the figure. */
  function ring(incident) {
    const plot = document.querySelector("#timeline-chart .js-plotly-plot");
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
    const drawn = plot.data[at].x || [];
    if (JSON.stringify(drawn.filter(Boolean)) !== JSON.stringify(x)) window.Plotly.restyle(plot, { x: [x], y: [y] }, [at]);
  }

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
