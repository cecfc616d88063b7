/* How the reader wants to read, applied before anything is drawn. Kept on the device under two names and sent nowhere:
   "as-reported-reading" holds contrast, text size, motion, gentle mode, definitions and single keys, "mantine-color-scheme-value" the theme, which
   the controls' own library reads there. The page asks for this file in its head; the list of assets asks again. */

(function () {
  "use strict";

  if (window.asReportedComfort) return;

  const KEPT = "as-reported-reading";
  const THEME = "mantine-color-scheme-value";
  const GENTLE = /[?&]gentle=yes(&|$)/; // an address can ask for it, as a teacher's link does
  const root = document.documentElement;
  const systems = {
    dark: window.matchMedia("(prefers-color-scheme: dark)"),
    more: window.matchMedia("(prefers-contrast: more)"),
  };
  const usual = { contrast: "auto", size: "100", motion: "auto", keys: "on", gentle: "off", words: "both" };

  /* A browser that keeps nothing, or keeps nonsense, reads as usual. */
  function stored() {
    try {
      const kept = JSON.parse(window.localStorage.getItem(KEPT)) || {};
      const theme = window.localStorage.getItem(THEME);
      return { ...usual, ...kept, theme: ["light", "dark"].includes(theme) ? theme : "auto" };
    } catch {
      return { ...usual, theme: "auto" };
    }
  }

  let now = stored();

  function keep() {
    const { theme, ...rest } = now;
    try {
      if (theme === "auto") window.localStorage.removeItem(THEME);
      else window.localStorage.setItem(THEME, theme);
      const changed = Object.entries(rest).filter(([name, value]) => value !== usual[name]);
      if (changed.length) window.localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(changed)));
      else window.localStorage.removeItem(KEPT);
    } catch {
      /* Nothing is kept; what was chosen holds until the page is left. */
    }
  }

  function apply() {
    const dark = now.theme === "auto" ? systems.dark.matches : now.theme === "dark";
    root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
    root.dataset.contrast = now.contrast === "auto" ? (systems.more.matches ? "high" : "normal") : now.contrast;
    root.dataset.motion = now.motion;
    root.dataset.words = now.words;
    const asked = GENTLE.test(window.location.search) || root.hasAttribute("data-gentle-asked"); // a file can be made so
    root.dataset.gentle = now.gentle === "on" || asked ? "on" : "off";
    const size = Math.min(200, Math.max(100, Number(now.size) || 100));
    root.dataset.size = size >= 150 ? "large" : "usual";
    root.style.fontSize = size === 100 ? "" : size + "%";
  }

  /* The controls' library listens to what other windows keep; this tells it of what this window keeps. */
  function tellControls() {
    const told = { storageArea: window.localStorage, key: THEME, newValue: now.theme };
    window.dispatchEvent(new StorageEvent("storage", told));
    window.setTimeout(keep, 0); // the library writes what it was told; the usual theme is not kept
  }

  apply();
  for (const system of Object.values(systems)) system.addEventListener("change", apply);
  window.addEventListener("storage", (event) => {
    if (!event.isTrusted) return;
    now = stored();
    apply();
  });

  window.asReportedComfort = {
    apply,
    get: (name) => now[name],
    set: function (name, value) {
      now = { ...now, [name]: value };
      keep();
      apply();
      if (name === "theme") tellControls();
    },
  };
})();
