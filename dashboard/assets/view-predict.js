/* Predict, then reveal: what the reader expects is kept in this tab, and what is hidden is asked of the server then. And
   the dialog in which a teacher makes a link that hides something. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const KEPT = "as-reported-answers";

  function answers() {
    try {
      return JSON.parse(window.sessionStorage.getItem(KEPT)) || {};
    } catch {
      return {};
    }
  }

  let held = answers(); // a browser that keeps nothing has them until the page is left

  function keep(key, answer) {
    held = { ...held, ...answers(), [key]: answer };
    try {
      window.sessionStorage.setItem(KEPT, JSON.stringify(held));
    } catch {
      /* It holds until the page is left. */
    }
  }

  /* --- answering ------------------------------------------------------------------------------------------ */

  function answer(box) {
    const chosen = box.querySelector("input[type=radio]:checked");
    const written = [...box.querySelectorAll("textarea:not([aria-hidden])")].map((field) => field.value.trim()).join(" ");
    return chosen ? chosen.value : written;
  }

  function committed(button, key) {
    const box = button.closest(".predict");
    const given = answer(box);
    box.querySelector(".predict-first").hidden = Boolean(given);
    if (given) keep(key, given);
    else box.querySelector("input, textarea").focus();
    return Boolean(given);
  }

  /* A step of a story: the address says that it is answered. */
  site.actions.commit = function (button) {
    if (!committed(button, button.dataset.key)) return;
    const asked = site.asked();
    const address = { ...asked, answered: [...(asked.answered || []), button.dataset.commit] };
    const query = site.write(address);
    window.dash_clientside.set_props("url", { search: "?" + query });
    reveal = button.dataset.key;
  };

  /* The keyboard goes to what is shown now. */
  let reveal = "";

  function shown() {
    const node = reveal && [...document.querySelectorAll("[data-answered]")].find((one) => one.dataset.answered === reveal);
    if (!node) return;
    reveal = "";
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /* A page whose address hides something: its key is the view itself, whatever is hidden at present. */
  function view(asked, name) {
    const rest = { ...asked };
    delete rest.hide;
    return window.location.pathname + "?" + site.write(rest) + "#" + name;
  }

  site.actions.show = function (button) {
    const asked = site.asked();
    const name = button.dataset.show;
    if (!committed(button, view(asked, name))) return;
    const hide = (asked.hide || []).filter((one) => one !== name);
    const query = site.write({ ...asked, hide });
    window.location.assign(window.location.pathname + (query ? "?" + query : ""));
  };

  function fill(asked) {
    for (const node of document.querySelectorAll("[data-answer-of]")) {
      const given = held[node.dataset.answerOf];
      node.closest("p").hidden = !given;
      if (given && node.textContent !== given) node.textContent = given;
    }
    const list = document.getElementById("answers-given");
    if (!list) return;
    const names = Object.keys(questions()).filter((name) => !(asked.hide || []).includes(name) && held[view(asked, name)]);
    const told = JSON.stringify(names.map((name) => [name, held[view(asked, name)]]));
    if (list.dataset.told === told) return;
    list.dataset.told = told;
    list.replaceChildren(...names.map((name) => pair(questions()[name], held[view(asked, name)])));
  }

  function pair(question, given) {
    const part = document.createElement("p");
    const quote = document.createElement("q");
    quote.textContent = given;
    part.append(question + " ", document.getElementById("answers-given").dataset.words, quote);
    return part;
  }

  function questions() {
    const lines = [...document.querySelectorAll("#assignment [data-question]")];
    return Object.fromEntries(lines.map((line) => [line.dataset.question, line.textContent]));
  }

  /* --- an assignment link --------------------------------------------------------------------------------- */

  const STANDING = ["corroboration", "disputed"]; // filters that would tell what is hidden

  function link() {
    const marks = [...document.querySelectorAll("#assignment input[type=checkbox]")];
    const hide = marks.filter((mark) => mark.checked).map((mark) => mark.value);
    const asked = { ...site.asked(), hide };
    if (hide.some((name) => name !== "outcome")) STANDING.forEach((name) => delete asked[name]);
    for (const line of document.querySelectorAll("#assignment [data-question]")) line.hidden = !hide.includes(line.dataset.question);
    const query = site.write(asked);
    return window.location.origin + window.location.pathname + (query ? "?" + query : "");
  }

  function write() {
    document.getElementById("assignment-link").textContent = link();
    document.querySelector("#assignment [data-copy]").dataset.copy = link();
  }

  site.actions.assignment = function () {
    write();
    document.getElementById("assignment").showModal();
  };
  document.addEventListener("change", (event) => {
    if (event.target.closest("#assignment")) write();
  });
  site.after.push(fill, shown);
})();
