/* The page as it is first sent gives way to the page that scripts draw, once that one has its heading. */

(function () {
  "use strict";

  const drawn = "#react-entry-point main :is(h1, h2)";
  const patience = 2500;

  const field = (name) => name && document.querySelector(`#react-entry-point main input[name="${name}"]`);

  /* What was typed already is not typed again. */
  function carry(first) {
    for (const { name, value } of first.querySelectorAll('input[name]:not([type="hidden"])')) {
      const next = field(name);
      if (!next || next.value === value) continue;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(next, value);
      next.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /* Whoever has gone to a link or a field already stays there: the drawn page has the same one, or else its content. */
  function follow(first) {
    const at = document.activeElement;
    if (!first.contains(at)) return;
    if (field(at.name)) return field(at.name);
    const links = [...document.querySelectorAll("#react-entry-point a[href]")];
    const same = links.find((link) => link.getAttribute("href") === at.getAttribute("href"));
    return same || document.querySelector("#react-entry-point main");
  }

  /* Figures take their places with the rest, so that nothing moves afterwards; a slow one is not waited for. */
  function complete() {
    const graphs = [...document.querySelectorAll("#react-entry-point .graph")];
    return graphs.every((graph) => graph.querySelector(".main-svg") || !graph.checkVisibility());
  }

  let waiting = 0;
  let late = false;

  function give() {
    const first = document.getElementById("first-page");
    if (!first) return document.body && watch.disconnect();
    if (!document.querySelector(drawn)) return;
    if (!waiting) waiting = window.setTimeout(insist, patience);
    if (!late && !complete()) return;
    const next = follow(first);
    carry(first);
    first.remove();
    watch.disconnect();
    if (next) next.focus({ preventScroll: true });
  }

  function insist() {
    late = true;
    give();
  }

  const watch = new MutationObserver(() => give());
  watch.observe(document.documentElement, { childList: true, subtree: true });
})();
