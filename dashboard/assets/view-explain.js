/* Words explain themselves, names open a short profile: one box beside the control, filled by the server.

   A word (data-term) shows its meaning while it has the keyboard or the pointer, and when it is tapped: a tooltip.
   A name (data-profile) opens a dialog, which holds links and takes the keyboard. There is one box at a time. It
   stands at the end of the drawer or of the content, wherever its control is: the drawer's trap lets the keyboard in. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  const TERMS = "/api/explain/terms";
  const HOVER = 150;
  const LEAVE = 250;
  const PATIENCE = 200;
  const WORD = "[data-term]";
  const NAME = "[data-profile]";
  const STOPS = "a[href], button, [role=button]";

  let open = null; /* { node, box, pinned } */
  let timer = null;

  /* --- what is asked of the server, once ------------------------------------------------------------------- */

  const kept = new Map();

  async function asked(address) {
    const answer = await fetch(address);
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error);
    return said;
  }

  function fetched(address) {
    if (!kept.has(address)) {
      const under = asked(address);
      under.catch(() => kept.delete(address));
      kept.set(address, under);
    }
    return kept.get(address);
  }

  let glossary = null; /* terms by name, once they have come */

  async function terms() {
    const rows = await fetched(TERMS);
    glossary = glossary || new Map(rows.map((row) => [row.term, row]));
    return glossary;
  }

  /* --- the box ----------------------------------------------------------------------------------------------- */

  function made(tag, text, name) {
    const node = document.createElement(tag);
    if (text) node.textContent = text;
    if (name) node.className = name;
    return node;
  }

  function place() {
    if (!open) return;
    const { node, box } = open;
    const at = node.getBoundingClientRect();
    const [wide, high] = [document.documentElement.clientWidth, window.innerHeight];
    const below = at.bottom + 4 + box.offsetHeight <= high || at.top < high - at.bottom;
    const top = below ? at.bottom + 4 : at.top - 4 - box.offsetHeight;
    const left = Math.min(at.left, wide - box.offsetWidth - 8);
    box.style.setProperty("inset-block-start", Math.max(4, Math.min(top, high - box.offsetHeight - 4)) + "px");
    box.style.setProperty("inset-inline-start", Math.max(8, left) + "px");
  }

  function show(node, box) {
    close();
    box.id = "explained";
    node.closest("[role=dialog], main").append(box);
    if (box.showPopover) {
      box.popover = "manual";
      box.showPopover();
    }
    open = { node, box, pinned: false };
    place();
  }

  function close() {
    window.clearTimeout(timer);
    if (!open) return null;
    const { node, box } = open;
    open = null;
    node.removeAttribute("aria-describedby");
    node.removeAttribute("aria-controls");
    if (node.dataset.profile) node.setAttribute("aria-expanded", "false");
    box.remove();
    return node;
  }

  /* What could not be had is said in the box, and to those who do not see it. */
  function failed(box, where, link) {
    const words = made("p", where ? site.words("Unfetched", { why: where }) : site.words("Unreached"), "failed");
    box.append(words);
    if (link) box.append(link);
    site.announce(words.textContent);
  }

  function reason(error) {
    return error instanceof TypeError || error instanceof SyntaxError ? "" : error.message;
  }

  /* --- words --------------------------------------------------------------------------------------------------- */

  function meaning(box, row) {
    const plain = row.plain && window.asReportedComfort.get("words") === "plain";
    box.replaceChildren(made("strong", row.term), made("p", plain ? row.plain : row.definition));
    if (row.plain && !plain) box.append(made("p", site.words("Plain", { words: row.plain }), "plain"));
  }

  /* The meaning is its control's description from the start, so that it is read with the word, once. Only where it
     comes late, after the word has been read, it is announced by itself. */
  async function explain(node) {
    if (open && open.node === node) return;
    const box = made("div", "", "explained");
    box.setAttribute("role", "tooltip");
    const name = node.dataset.term;
    if (glossary && glossary.has(name)) meaning(box, glossary.get(name));
    else box.append(made("strong", node.textContent));
    show(node, box);
    node.setAttribute("aria-describedby", box.id);
    if (glossary && glossary.has(name)) return;
    try {
      const row = (await terms()).get(name);
      if (!row) throw new Error(site.words("Unexplained", { term: name }));
      meaning(box, row);
      if (box.isConnected && document.activeElement === node) site.announce(box.textContent);
    } catch (error) {
      failed(box, reason(error));
    }
    place();
  }

  function soon(act, wait) {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  }

  /* Nothing opens over a profile by itself: the reader is busy with it. */
  function busy() {
    return open && open.node.dataset.profile;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || busy()) return;
    const node = event.target.closest(WORD);
    if (node && !(open && open.node === node)) soon(() => node.isConnected && explain(node), HOVER);
    else if (node || event.target.closest("#explained")) window.clearTimeout(timer);
    else if (open && !open.pinned && document.activeElement !== open.node) soon(close, LEAVE);
    else if (!open) window.clearTimeout(timer);
  });

  document.addEventListener("focusin", (event) => {
    const node = event.target.closest(WORD);
    if (node) explain(node);
    else if (open && open.node.dataset.term && !open.node.matches(":hover")) close();
  });

  document.addEventListener("focusout", (event) => {
    if (open && open.node === event.target && open.node.dataset.term && !event.relatedTarget && document.hasFocus()) close();
  });

  /* A press of Enter, Space or a finger on an open word closes it; on a closed one it opens it. What the press itself
     opened, by giving the word the focus, stays. A mouse only ever opens: its pointer is on the word. */
  let before = null;
  let pressed = "";

  document.addEventListener(
    "pointerdown",
    (event) => {
      before = open && open.node;
      pressed = event.pointerType;
      if (open && !open.box.contains(event.target) && !open.node.contains(event.target)) close();
    },
    true,
  );

  document.addEventListener(
    "keydown",
    (event) => {
      before = open && open.node;
      pressed = "";
      if (!["Enter", " "].includes(event.key) || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!event.target.matches(WORD + ", " + NAME)) return;
      event.preventDefault();
      event.target.click();
    },
    true,
  );

  site.actions.term = function (node) {
    if (before === node && pressed !== "mouse") return close();
    explain(node);
    if (open) open.pinned = pressed !== "";
  };

  /* --- profiles ------------------------------------------------------------------------------------------------ */

  function day() {
    const known = (site.asked().known_by || [])[0];
    return known ? "?known_by=" + encodeURIComponent(known) : "";
  }

  function facts(box, said) {
    const list = made("dl");
    for (const [label, words] of said.facts) list.append(made("dt", label), made("dd", words));
    const links = made("ul");
    for (const [words, address] of said.links) {
      const link = made("a", words);
      link.href = address;
      links.append(made("li"));
      links.lastChild.append(link);
    }
    box.append(list, ...(said.links.length ? [links] : []));
  }

  function dialog(node) {
    const box = made("div", "", "explained profile");
    const name = made("strong", node.textContent, "profile-name");
    const shut = made("button", site.words("Close"), "button");
    shut.type = "button";
    shut.addEventListener("click", back);
    name.id = "explained-name";
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", name.id);
    box.tabIndex = -1;
    box.append(name, shut);
    return box;
  }

  async function profile(node) {
    if (before === node) return back();
    const box = dialog(node);
    const waiting = made("p", site.words("Asking"), "waiting");
    const coming = fetched("/api/explain/" + node.dataset.profile + day());
    const settled = coming.then((said) => facts(box, said), (error) => failed(box, reason(error))).finally(() => waiting.remove());
    box.append(waiting);
    await Promise.race([settled, new Promise((done) => window.setTimeout(done, PATIENCE))]);
    if (!node.isConnected) return;
    show(node, box);
    node.setAttribute("aria-expanded", "true");
    node.setAttribute("aria-controls", box.id);
    box.focus({ preventScroll: true });
    await settled;
    place();
  }

  /* Close, and give the keyboard back to the control. */
  function back() {
    const node = close();
    if (node && node.isConnected) node.focus({ preventScroll: true });
  }

  site.actions.profile = profile;

  /* --- keys: Escape closes what is open here and nothing else; Tab leaves a profile where it was opened ------------ */

  window.addEventListener(
    "keydown",
    (event) => {
      if (!open) return;
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopImmediatePropagation();
        return open.node.dataset.profile ? back() : close();
      }
      if (event.key === "Tab" && open.box.contains(document.activeElement)) leave(event);
    },
    true,
  );

  function leave(event) {
    const stops = [...open.box.querySelectorAll("a[href], button")];
    const here = document.activeElement;
    const out = event.shiftKey ? here === stops[0] || here === open.box : here === stops.at(-1);
    event.stopPropagation();
    if (!out) return;
    event.preventDefault();
    back();
  }

  /* In a row, the right arrow goes on to the names that Tab passes by, and the left arrow comes back. */
  document.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = event.target.closest(STOPS);
    const row = here && here.closest("tr, li");
    if (!row || !row.querySelector(NAME + "[tabindex='-1']")) return;
    const stops = [...row.querySelectorAll(STOPS)];
    const next = stops[stops.indexOf(here) + step];
    event.preventDefault();
    if (next) next.focus();
  });

  /* --- the page changes, the window moves ---------------------------------------------------------------------------- */

  let moving = false;

  function moved() {
    if (!open || moving) return;
    moving = true;
    window.requestAnimationFrame(() => ((moving = false), place()));
  }

  window.addEventListener("scroll", moved, true);
  window.addEventListener("resize", moved);

  /* The glossary is asked for once the page shows a word of it: the meaning is then there when the keyboard comes. */
  site.after.push(() => {
    if (open && !open.node.isConnected) close();
    if (!glossary && !kept.has(TERMS) && document.querySelector(WORD)) terms().catch(() => null);
  });
})();
