/* A story: from step to step by key, clicker, swipe or button; leaving its path and coming back; presenting it, with the
   speaker's notes in a second window. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const parts = window.dash_clientside.asReported;
  const LEFT = "as-reported-story";
  const OWN = ["step", "answered"];
  const root = document.documentElement;

  /* The story, or the notes of one, that this page is; nothing on other pages and in frames. */
  function story() {
    return document.querySelector("#page [data-story]");
  }

  function number() {
    return Number((site.asked().step || ["1"])[0]);
  }

  /* --- turning -------------------------------------------------------------------------------------------- */

  let turned = false;

  function turn(to) {
    const last = Number(story().dataset.last);
    const step = Math.max(1, Math.min(last, to));
    if (step === number()) return;
    turned = true;
    go(step);
    tell(step);
  }

  const KEYS = {
    ArrowRight: () => number() + 1,
    PageDown: () => number() + 1,
    ArrowLeft: () => number() - 1,
    PageUp: () => number() - 1,
    Home: () => 1,
    End: () => Number(story().dataset.last),
  };

  /* Keys that a field, a choice or an open dialog has a use for are left to it. A choice has none for those of a clicker. */
  const CLICKER = ["PageDown", "PageUp"];
  const CHOICES = "[type=radio], [type=checkbox]";
  const WITH_KEYS = "input, textarea, select, [role=radiogroup], dialog[open], [role=dialog], [role=region][tabindex]";

  function used(node, key) {
    if (!node.closest) return true;
    if (CLICKER.includes(key) && node.matches(CHOICES)) node = node.closest("[role=radiogroup]")?.parentElement || node.parentElement;
    return Boolean(node.closest(WITH_KEYS));
  }

  document.addEventListener("keydown", (event) => {
    if (!story() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape" && presenting()) return present(false);
    if (used(event.target, event.key)) return;
    if (event.key === "p" && window.asReportedComfort.get("keys") !== "off") return present(!presenting());
    const to = KEYS[event.key];
    if (!to) return;
    event.preventDefault();
    if (presenting() && SHOWS[event.key] && below(SHOWS[event.key])) return;
    turn(to());
  });

  /* Keys that, on a projector, first show the rest of a step: what clickers send. */
  const SHOWS = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

  /* On a projector a clicker first shows what is at the side and below, or before and above, before it turns. */
  function below(way) {
    return [...document.querySelectorAll("#page .story-columns, #page .story-text, #page .story-figure")].some((part) => {
      const { scrollTop, scrollLeft } = part;
      const { overflowY } = window.getComputedStyle(part);
      if (overflowY !== "auto" || !part.clientHeight) return false;
      const to = (way > 0 ? following : preceding)(part);
      if (to) part.scrollTo({ ...to, behavior: "instant" });
      return Math.abs(part.scrollTop - scrollTop) > NEARLY || Math.abs(part.scrollLeft - scrollLeft) > NEARLY;
    });
  }

  const SCREEN = 0.85; /* of what is seen: the rest is seen twice, so that nobody loses the line */

  /* The next place of a part to be shown: once its table is at the top, first to the end of its columns, then down. */
  function following(part) {
    const box = part.getBoundingClientRect();
    const drawn = part.querySelector(".graph:not(.strip)");
    const table = drawn ? null : part.querySelector(".story-figure .table-wrap");
    const first = table || part.querySelector(".story-figure");
    const at = first && first.getBoundingClientRect();
    const head = table ? table.querySelector("thead").clientHeight : 0;
    const side = table && at.top <= box.top + NEARLY && at.bottom > box.top + 2 * head;
    if (side && part.scrollWidth - part.clientWidth - part.scrollLeft > NEARLY)
      return { left: part.scrollLeft + SCREEN * (part.clientWidth - table.querySelector("th").clientWidth) };
    if (foot(part) - box.bottom < NEARLY) return null;
    const ahead = at && at.top > box.top + NEARLY && at.top < box.bottom;
    const down = ahead ? at.top - box.top : SCREEN * (part.clientHeight - (side ? head : 0));
    return { top: part.scrollTop + down, left: 0 };
  }

  function preceding(part) {
    if (part.scrollLeft > NEARLY) return { left: part.scrollLeft - SCREEN * part.clientWidth };
    return part.scrollTop > NEARLY ? { top: part.scrollTop - SCREEN * part.clientHeight } : null;
  }

  /* Where the words of the step end, or its drawing, its table of accounts, or a part without these: what stands under them is for the page of the view. */
  function foot(part) {
    const main = part.querySelector(".graph:not(.strip)") || part.querySelector(".story-figure .accounts");
    const last = main || [...part.querySelectorAll(".step-now > *, .story-figure > *")].findLast((one) => one.clientHeight);
    return last ? last.getBoundingClientRect().bottom : 0;
  }

  let touch = null;
  const FAR = 60;
  const NEARLY = 8; /* px that nobody misses */

  document.addEventListener(
    "touchstart",
    (event) => (touch = event.touches.length === 1 && story() && !event.target.closest(".story-figure, input, textarea") ? event.touches[0] : null),
    { passive: true, capture: true }, // touches on figures go no further: see view-touch.js
  );
  document.addEventListener(
    "touchend",
    (event) => {
      const end = event.changedTouches[0];
      if (!touch || !story()) return;
      const [across, down] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
      touch = null;
      if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) turn(number() + (across < 0 ? 1 : -1));
    },
    { passive: true },
  );

  /* Where the keyboard and a screen reader are after a turn: at the heading of the step. */
  let shown = "";

  function arrive() {
    const here = story();
    const step = here && here.querySelector(".step-now, [data-notes-page] .step-heading");
    const gently = root.dataset.gentle === "on";
    const said = step && ((gently && step.dataset.saidGentle) || step.dataset.said || site.told(step));
    if (!said || said === shown) return;
    const first = !shown;
    shown = said;
    if (presenting()) for (const part of here.querySelectorAll(".story-columns, .story-text, .story-figure")) part.scrollTo(0, 0);
    if (first || !turned) return;
    turned = false;
    const heading = here.querySelector(".step-now .step-heading, [data-notes-page] .step-heading");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest", behavior: "instant" });
    site.announce(said);
  }

  window.addEventListener("popstate", () => (turned = Boolean(story())));

  /* --- leaving the path, and coming back ------------------------------------------------------------------ */

  function kept() {
    try {
      return JSON.parse(window.sessionStorage.getItem(LEFT));
    } catch {
      return null;
    }
  }

  function keep(value) {
    try {
      if (value) window.sessionStorage.setItem(LEFT, JSON.stringify(value));
      else window.sessionStorage.removeItem(LEFT);
    } catch {
      /* A browser that keeps nothing has its back button. */
    }
  }

  function visit(address) {
    const { pathname, search, hash } = new URL(address, window.location.origin);
    if (hash) return window.location.assign(pathname + search + hash);
    window.dash_clientside.set_props("url", { pathname, search, hash: "" });
  }

  /* Whatever would change the view of a figure opens the page of that view, with the change. */
  const plain = site.go;

  function go(step) {
    plain({ ...site.asked(), step: step > 1 ? [String(step)] : [] });
  }

  site.go = function (asked, step) {
    const link = story() && document.querySelector("#page .story-leave a");
    if (!link) return plain(asked, step);
    const view = new URL(link.href);
    const base = site.read(view.search);
    const changes = Object.fromEntries(Object.entries(asked).filter(([name]) => !OWN.includes(name)));
    const query = site.write({ ...base, ...changes });
    visit(view.pathname + (query ? "?" + query : ""));
    return true;
  };

  function incident(node) {
    const link = document.querySelector("#page .story-leave a");
    const { known_by, hide } = link ? site.read(new URL(link.href).search) : {};
    const query = site.write({ ...(known_by && { known_by }), ...(hide && { hide }) });
    visit("/incidents/" + encodeURIComponent(node.dataset.incident) + (query ? "?" + query : ""));
  }

  function inStory(name, rule) {
    const before = site.actions[name];
    site.actions[name] = (node) => (story() ? rule(node) : before(node));
  }

  /* Gestures on a figure: a mark opens what it stands for; a stretch of an axis is only looked at. */
  const { clicked, zoomed, brushed } = parts;
  parts.clicked = function (data) {
    const [key, first, last, tally] = (data && data.points && data.points[0] && data.points[0].customdata) || [];
    if (!story()) return clicked(data);
    if (tally) visit("/counts?" + new URLSearchParams({ tally }));
    else if (key) incident({ dataset: { incident: key } });
    else if (first) site.go({ from: [first], to: [last] });
    return null;
  };
  parts.zoomed = (change) => (story() ? window.dash_clientside.no_update : zoomed(change));
  parts.brushed = (data) => (story() ? null : brushed(data));

  /* Whoever follows a class has left no story of their own choice. */
  const led = () => Boolean(site.led && site.led());

  function remember() {
    const here = document.querySelector("#page .story[data-story]");
    const bar = document.getElementById("story-return");
    if (!bar) return;
    const path = window.location.pathname;
    if (here && path.startsWith("/stories/") && path.endsWith("/" + here.dataset.story)) {
      bar.hidden = true;
      return led() ? null : keep({ path, search: window.location.search, title: here.dataset.titled, step: number() });
    }
    const left = kept();
    const away = Boolean(left) && !led() && !story() && !here && !document.getElementById("first-page");
    if (bar.hidden === !away) return;
    bar.hidden = !away;
    if (!away) return;
    const words = bar.querySelector("[data-words]");
    words.textContent = words.dataset.words.replace("{title}", left.title).replace("{step}", left.step);
    bar.querySelector("a").setAttribute("href", left.path + left.search);
  }

  site.actions.return = () => {
    const left = kept();
    if (left) visit(left.path + left.search);
  };
  site.actions.stay = () => {
    keep(null);
    document.getElementById("story-return").hidden = true;
    document.getElementById("page").focus({ preventScroll: true });
  };

  /* --- presenting ----------------------------------------------------------------------------------------- */

  function presenting() {
    return root.hasAttribute("data-presenting");
  }

  function present(on) {
    const here = document.querySelector("#page .story[data-story]");
    if (on && !here) return;
    root.toggleAttribute("data-presenting", on);
    if (on && root.requestFullscreen) root.requestFullscreen().catch(() => {}); // without it the window is used whole
    if (!on && document.fullscreenElement) document.exitFullscreen().catch(() => {});
    window.dispatchEvent(new Event("resize"));
    const to = on ? ".step-now .step-heading" : ".step-now ~ .story-turning [data-present]";
    const next = here && here.querySelector(to);
    if (next) next.focus({ preventScroll: true });
  }

  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && presenting()) present(false);
  });

  function notes(node) {
    const address = node.dataset.notes + window.location.search;
    const opened = window.open(address, "as-reported-notes", "popup,width=720,height=720");
    const refused = document.getElementById("notes-refused");
    refused.hidden = Boolean(opened);
    refused.querySelector("a").href = address;
    if (opened) opened.focus();
  }

  /* --- two windows in step -------------------------------------------------------------------------------- */

  let channel = null;

  function tell(step) {
    if (channel) channel.postMessage({ step });
  }

  function listen() {
    const slug = story() && story().dataset.story;
    if ((channel && channel.name) === (slug ? LEFT + ":" + slug : null)) return;
    if (channel) channel.close();
    channel = slug && "BroadcastChannel" in window ? new BroadcastChannel(LEFT + ":" + slug) : null;
    if (!channel) return;
    channel.onmessage = ({ data }) => {
      if (data.ask && !story().dataset.notesPage) return tell(number());
      if (!data.step || data.step === number()) return;
      turned = false;
      go(data.step);
    };
    if (story().dataset.notesPage) channel.postMessage({ ask: true });
  }

  let since = Date.now();

  window.setInterval(() => {
    const clock = document.getElementById("elapsed");
    if (!clock) return (since = Date.now());
    const seconds = Math.floor((Date.now() - since) / 1000);
    clock.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }, 1000);

  function leave() {
    if (presenting() && !document.querySelector("#page .story[data-story]")) present(false);
  }

  inStory("incident", incident);
  site.actions.turn = (node) => turn(Number(node.dataset.turn));
  site.actions.present = (node) => present(node.dataset.present === "on");
  site.actions.notes = notes;
  site.actions.elapsed = () => (since = Date.now());
  site.after.push(arrive, remember, listen, leave);
})();
