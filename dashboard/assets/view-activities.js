/* Activities: cards that move up and down, and what the reader said beside what the data says.

   Fields keep what they hold by themselves, in this tab (Dash's persistence); the order of cards is kept beside them.
   Nothing is sent. Words come from the attributes of elements that the server drew. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const KEPT = "as-reported-order-";
  const ANSWERS = '"answer":"';

  function kept(name) {
    try {
      return JSON.parse(window.sessionStorage.getItem(KEPT + name));
    } catch {
      return null;
    }
  }

  function keep(name, order) {
    try {
      window.sessionStorage.setItem(KEPT + name, JSON.stringify(order));
    } catch {
      /* The order holds until the page is left. */
    }
  }

  function exampleOf(node) {
    return node.closest("[data-example]");
  }

  /* --- the order of cards --------------------------------------------------------------------------------- */

  function ordering(list) {
    const asked = JSON.parse(list.dataset.ordering);
    const name = exampleOf(list).dataset.example;
    if (list.dataset.filled === name) return;
    list.dataset.filled = name;
    const letters = asked.cards.map(([letter]) => letter);
    const order = kept(name) || letters;
    list.toggleAttribute("data-moved", order !== letters);
    const titles = new Map(asked.cards.map(([letter, title, other]) => [letter, worded(title, other)]));
    const items = site.made("ol", "");
    for (const letter of letters.every((one) => order.includes(one)) ? order : letters) {
      const item = site.made("li", "");
      item.dataset.letter = letter;
      item.append(mover("up", asked.up, letter), mover("down", asked.down, letter));
      item.append(letter + ": ", titles.get(letter));
      items.append(item);
    }
    list.replaceChildren(items);
    bounded(items);
  }

  /* A title, and beside one that gentle mode holds back the words instead of it. */
  function worded(title, other) {
    const both = site.made("span", "");
    if (!other) both.textContent = title;
    else both.append(site.made("span", title, { className: "harm" }), site.made("span", other, { className: "instead" }));
    return both;
  }

  function mover(way, words, letter) {
    const button = site.made("button", way === "up" ? "▲" : "▼", { type: "button", className: "button" });
    button.dataset.move = way;
    button.setAttribute("aria-label", words.replace("{card}", letter));
    return button;
  }

  /* The first cannot move up, the last cannot move down; the buttons stay, so that the keyboard keeps its place. */
  function bounded(items) {
    for (const item of items.children) {
      item.querySelector("[data-move=up]").setAttribute("aria-disabled", String(!item.previousElementSibling));
      item.querySelector("[data-move=down]").setAttribute("aria-disabled", String(!item.nextElementSibling));
    }
  }

  site.actions.move = function (button) {
    const item = button.closest("li");
    const items = item.parentNode;
    const other = button.dataset.move === "up" ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (button.dataset.move === "up") other.before(item);
    else other.after(item);
    button.focus();
    bounded(items);
    const order = [...items.children].map((one) => one.dataset.letter);
    const list = items.parentNode;
    list.setAttribute("data-moved", "");
    keep(exampleOf(list).dataset.example, order);
    const place = order.indexOf(item.dataset.letter) + 1;
    const words = JSON.parse(list.dataset.ordering).moved;
    const said = { "{card}": item.dataset.letter, "{place}": place, "{all}": order.length };
    site.announce(Object.entries(said).reduce((text, [name, value]) => text.replace(name, value), words));
    tell(exampleOf(list));
  };

  /* --- what the reader said ------------------------------------------------------------------------------- */

  function given(within, key) {
    if (key === "order") return [...within.querySelectorAll("[data-moved] [data-letter]")].map((item) => item.dataset.letter).join(" → ");
    const field = within.querySelector(`[data-question="${key}"]`);
    const chosen = [...field.querySelectorAll("input:checked")].map((input) => input.value);
    const typed = field.querySelector("input[type=text], input:not([type])");
    return typed ? typed.value.trim() : chosen.join("; ");
  }

  function tell(within) {
    for (const node of within.querySelectorAll("[data-said]")) {
      node.textContent = node.dataset.words + (given(within, node.dataset.said) || node.dataset.silent);
    }
  }

  document.addEventListener("toggle", (event) => event.target.matches?.("details.key[open]") && tell(exampleOf(event.target)), true);
  document.addEventListener("change", (event) => {
    const within = exampleOf(event.target);
    if (within) tell(within);
  });

  /* --- clear ---------------------------------------------------------------------------------------------- */

  site.actions.clear = function (button) {
    const name = exampleOf(button).dataset.example;
    const mine = (key) => key === KEPT + name || (key.includes("persistence") && key.includes(ANSWERS + name));
    for (const key of Object.keys(window.sessionStorage).filter(mine)) window.sessionStorage.removeItem(key);
    window.location.reload();
  };

  site.after.push(() => document.querySelectorAll("[data-ordering]").forEach(ordering));
})();
