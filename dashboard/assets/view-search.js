/* The field for words: a name that is chosen becomes a filter or opens, Enter searches the words.

   An option's value is "kind:id". The field's library would write the option's words into the field, and so search
   for them; the click, which the keyboard makes too, is taken before it gets there. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const METHOD = "/method";

  /* The server has found the names already, in other spellings too. */
  window.dashMantineFunctions = window.dashMantineFunctions || {};
  window.dashMantineFunctions.asFound = ({ options }) => options;

  function field() {
    return document.querySelector(".search-field input");
  }

  const adding = (name) => (asked, id) => {
    asked[name] = [...new Set([...(asked[name] || []), id])];
    delete asked.page;
  };

  const chosen = {
    place: adding("place"),
    actor: adding("actor"),
    outlet: adding("outlet"),
    incident: (asked, id) => (asked.incident = [id]),
  };

  function choose(value) {
    const at = value.indexOf(":");
    const [kind, id] = [value.slice(0, at), value.slice(at + 1)];
    if (kind === "term") return window.location.assign(METHOD);
    const asked = site.asked();
    delete asked.q;
    chosen[kind](asked, id);
    empty();
    site.go(asked);
  }

  /* As if the reader had emptied the field: what was typed has become something else. */
  function empty() {
    const input = field();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, "");
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", bubbles: true }));
  }

  document.addEventListener(
    "click",
    (event) => {
      const option = event.target.closest && event.target.closest(".search-name");
      if (!option || !option.getAttribute("value")) return;
      event.preventDefault();
      event.stopPropagation();
      choose(option.getAttribute("value"));
    },
    true,
  );

  /* Enter without a chosen name: the words, at once, and the list of names out of the way. */
  document.addEventListener("keydown", (event) => {
    const input = field();
    if (event.key !== "Enter" || !input || event.target !== input) return;
    if (document.querySelector(".search-name[data-combobox-selected]")) return;
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", bubbles: true }));
    site.change({ q: input.value.trim() });
  });

  /* What the field's library leaves out: that a list of names goes with the field. */
  function named() {
    const input = field();
    if (input) input.setAttribute("aria-autocomplete", "list");
  }

  site.after.push(named);
  site.actions.search = (node) => site.change({ q: node.dataset.search });
})();
