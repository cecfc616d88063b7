/* Steps of a story in a page without a server: one at a time, or all of them; what a step hides stands behind an answer.

   The step that is open stands in the address, so that it is there again when the page is loaded again. Without scripts
   every step and every answer is plainly there. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const all = (where, within) => [...(within || document).querySelectorAll(where)];
  const steps = all("[data-step-number]");
  const where = document.getElementById("step-said");
  let now = 1;
  let whole = false;

  /* The step whose name an address ends in; 0 for none. */
  function named(hash) {
    const step = steps.find((one) => one.id && "#" + one.id === hash);
    return step ? Number(step.dataset.stepNumber) : 0;
  }

  function show() {
    for (const step of steps) step.hidden = !whole && Number(step.dataset.stepNumber) !== now;
    where.textContent = where.dataset.sayStep.replace("{n}", now).replace("{all}", steps.length);
    for (const button of all("[data-turn]")) {
      const leads = { first: now > 1, previous: now > 1, next: now < steps.length }[button.dataset.turn];
      if (leads !== undefined) button.setAttribute("aria-disabled", String(!leads));
    }
  }

  function turn(number, quietly) {
    if (!steps.length) return;
    now = Math.min(steps.length, Math.max(1, number));
    show();
    site.drawn();
    if (quietly) return;
    keep();
    const heading = steps[now - 1].querySelector("h2, h3");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    steps[now - 1].scrollIntoView({ block: "start", behavior: "instant" });
  }

  function restart() {
    turn(1, true);
    if (steps.length) keep("#");
  }

  function keep(hash = "#" + steps[now - 1].id) {
    try {
      window.history.replaceState(null, "", hash);
    } catch {
      /* A page from a disk may not change its address in every browser. */
    }
  }

  site.actions.turn = function (button) {
    if (button.dataset.turn === "all") {
      whole = !whole;
      button.setAttribute("aria-pressed", String(whole));
      return turn(now, true);
    }
    turn({ first: 1, previous: now - 1, next: now + 1 }[button.dataset.turn]);
  };

  const TURNS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };

  document.addEventListener("keydown", (event) => {
    const by = TURNS[event.key];
    const elsewhere = event.target.closest("input, textarea, select, summary, .table-wrap, [role='group']");
    if (!by || !steps.length || whole || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const arrow = event.key.startsWith("Arrow");
    if (elsewhere && (arrow || elsewhere.matches("textarea, select"))) return;
    if (!near()) return;
    event.preventDefault();
    turn(now + by);
  });

  /* The keys turn steps while the story is what is seen; further down they move the page as ever. */
  function near() {
    const box = document.getElementById("story").getBoundingClientRect();
    return box.top < window.innerHeight && box.bottom > 0;
  }

  /* --- the answer of a step: shown to whoever has given one of their own ------------------------------------- */

  const said = (step) => step && step.querySelector("[data-say-first]");
  const ANSWERS = "[data-note^='answer-'], [data-note^='note-answer-']"; // one to write, and some to choose from
  const given = (field) => (field.type === "radio" ? field.checked : field.value.trim());

  document.addEventListener("input", (event) => {
    const first = said(event.target.closest("[data-step-number]"));
    if (first) first.textContent = "";
  });

  document.addEventListener("click", (event) => {
    const part = event.target.closest("[data-say-first] + details > summary");
    const step = part && part.closest("[data-step-number]");
    if (!step || part.parentElement.open || all(ANSWERS, step).some(given)) return;
    event.preventDefault();
    said(step).textContent = said(step).dataset.sayFirst;
  });

  /* --- from the start ----------------------------------------------------------------------------------------- */

  site.steps = { named, turn, restart };
  if (!steps.length) return;
  now = named(window.location.hash) || 1;
  document.getElementById("turning").hidden = false;
  show(); // before anything is drawn
  document.addEventListener("DOMContentLoaded", () => turn(now, !named(window.location.hash)));
  window.addEventListener("hashchange", () => named(window.location.hash) && turn(named(window.location.hash)));

  /* On paper everything is there. */
  window.addEventListener("beforeprint", () => steps.forEach((step) => (step.hidden = false)));
  window.addEventListener("afterprint", () => turn(now, true));
})();
