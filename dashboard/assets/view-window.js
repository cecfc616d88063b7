/* The window: zoom by button, by dragging, by double click; the open incident's ring on the chart. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  const DAY = 86400000;

  function wholePeriod() {
    const bar = document.getElementById("window");
    return [site.ordinal(bar.dataset.first), site.ordinal(bar.dataset.last)];
  }

  function windowAsked() {
    const [first, last] = wholePeriod();
    const asked = site.asked();
    return [asked.from ? site.ordinal(asked.from[0]) : first, asked.to ? site.ordinal(asked.to[0]) : last];
  }

  /* Nothing is drawn after the known-by day: zooming in keeps to what is. */
  function knownBy() {
    const known = site.asked().known_by;
    return known ? site.ordinal(known[0]) : Infinity;
  }

  function setWindow(first, last) {
    const whole = wholePeriod();
    const all = first <= whole[0] && last >= whole[1];
    return site.change({ from: all ? null : site.iso(first), to: all ? null : site.iso(last) });
  }

  /* A stretch of an axis covers the days whose middle it covers; a stretch within one day stands for that day. */
  site.window = function (start, end) {
    let first = Math.ceil(site.fraction(start) - 0.001);
    let last = Math.floor(site.fraction(end) + 0.001);
    if (first > last) first = last = Math.round((site.fraction(start) + site.fraction(end)) / 2);
    if (!setWindow(first, last)) straighten();
  };

  /* A double click, on the chart or on the strip, gives the whole period back: on a page whose window it is. In a story
     and in a frame a figure is only drawn closer, and by itself drawn whole again. */
  site.wholeWindow = function () {
    if (!document.getElementById("window")) return;
    if (!site.change({ from: null, to: null })) straighten();
  };

  function zoom(move) {
    const whole = wholePeriod();
    const [first, end] = windowAsked();
    const last = move === "in" ? Math.max(first, Math.min(end, knownBy())) : end;
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

  /* Draw the axis and the strip as the address has them, when a gesture moved them and asked for nothing new. A gesture
     also changes the figure that the page holds, which is drawn after it: so it is the figure that is set right, not the
     drawing alone. */
  function straighten() {
    const [first, last] = windowAsked();
    const [chart, strip] = plots();
    const range = [first - 0.6, last + 0.6].map((at) => new Date(at * DAY).toISOString());
    if (chart) drawn(chart, ({ xaxis }) => ({ xaxis: { ...xaxis, range, autorange: false } }));
    if (strip) drawn(strip, () => ({ selections: [] }));
  }

  function drawn(plot, change) {
    const { id } = plot.closest(".dash-graph");
    const { figure } = window.dash_component_api.getLayout(id).props;
    window.dash_clientside.set_props(id, { figure: { ...figure, layout: { ...figure.layout, ...change(figure.layout) } } });
  }

  function plots() {
    return [".lanes", ".strip"].map((look) => document.querySelector(`.graph${look} .js-plotly-plot`));
  }

  /* Of two taps the chart tells by its range, the strip by an event of its own. */
  function listen() {
    const [, strip] = plots();
    if (!strip || !strip.on || strip.heard) return;
    strip.heard = true;
    strip.on("plotly_deselect", site.wholeWindow);
  }

  /* What a double click is, the reader's system knows, however long the page takes to follow: a figure counts the time
     until it has heard of the presses. While one is held another layer covers the figure, so that it hears of no click. */
  const STILL = 8; // pixels; from there on a press is a drag
  let second = null;

  document.addEventListener("mousedown", (event) => (second = event.detail === 2 ? event : null), true);
  document.addEventListener("mouseup", (event) => second && released(second, event), true);

  function released(press, event) {
    second = null;
    const plot = press.target.matches(".nsewdrag") && press.target.closest(".js-plotly-plot");
    const still = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < STILL;
    if (still && plots().includes(plot)) site.wholeWindow();
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

  site.actions.zoom = (node) => zoom(node.dataset.zoom);
  site.after.push(listen, (asked) => ring((asked.incident || [])[0]));
})();
