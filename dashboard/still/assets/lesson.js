/* A lesson in one file: Plotly unpacked from the page itself, days, and notes that stay in the page. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const root = document.documentElement;
  const all = (where, within) => [...(within || document).querySelectorAll(where)];

  /* --- Plotly, which the file holds compressed ------------------------------------------------------------- */

  let loading = null;
  site.plotly = function () {
    loading = loading || load();
    return loading;
  };

  async function load() {
    if (!("DecompressionStream" in window)) return missing();
    const script = document.createElement("script");
    script.textContent = await site.unpacked(document.getElementById("plotly-packed"));
    document.head.append(script);
    script.remove(); // it has run; the page that is saved need not hold it twice
    return Boolean(window.Plotly);
  }

  /* An old browser reads everything and draws nothing. */
  function missing() {
    for (const note of all("[data-undrawn]")) note.hidden = false;
    return false;
  }

  site.opens = { incident: (id) => open("i-" + id + "-incident"), tally: () => open("counts") };

  /* A part of the lesson, wherever it is folded away. */
  function open(id) {
    const part = document.getElementById(id);
    if (!part) return;
    const kept = part.closest(".lesson-veiled[hidden]");
    if (kept) return open(kept.parentElement.id);
    for (let node = part; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    const step = part.closest("[data-step-number]");
    if (step && step.hidden) site.steps.turn(Number(step.dataset.stepNumber));
    part.scrollIntoView({ block: "start", behavior: "instant" });
    const target = all("summary", part).find((one) => one.checkVisibility()) || part;
    if (!target.matches("summary")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || link.matches(".skip")) return;
    event.preventDefault();
    open(decodeURIComponent(link.hash.slice(1)));
  });

  /* --- days ------------------------------------------------------------------------------------------------- */

  const packed = document.getElementById("days-packed");
  const choice = document.getElementById("days-choice");
  let days = null;

  async function day(number) {
    days = days || JSON.parse(await site.unpacked(packed));
    const at = Math.min(days.length - 1, Math.max(0, number));
    choice.value = String(at);
    const one = days[at];
    document.getElementById("days-said").textContent = one.sentence;
    document.getElementById("days-new").innerHTML = one.html;
    if (await site.plotly()) await site.plot(document.getElementById("days-chart"), one.figure);
    site.drawn();
    for (const button of all("[data-day]")) {
      const leads = { first: at > 0, previous: at > 0, next: at < days.length - 1, last: at < days.length - 1 };
      button.setAttribute("aria-disabled", String(!leads[button.dataset.day]));
    }
  }

  site.actions.day = function (button) {
    const at = Number(choice.value);
    const last = choice.options.length - 1;
    day({ first: 0, previous: at - 1, next: at + 1, last: last }[button.dataset.day]);
  };
  if (choice) choice.addEventListener("change", () => day(Number(choice.value)));

  function firstDay() {
    const shown = choice && document.getElementById("days-chart").checkVisibility();
    if (shown && !days && "DecompressionStream" in window) day(choice.options.length - 1);
  }

  /* --- notes: in the page, and on the device where it keeps anything ----------------------------------------- */

  const KEPT = "as-reported-lesson-" + root.dataset.lesson;
  const fields = () => all("[data-note]");
  const value = (field) => (["radio", "checkbox"].includes(field.type) ? (field.checked ? "on" : "") : field.value);

  function fill(field, text) {
    if (["radio", "checkbox"].includes(field.type)) field.checked = text === "on";
    else field.value = text;
  }

  function keep() {
    const held = Object.fromEntries(fields().map((field) => [field.dataset.note, value(field)]).filter(([, text]) => text));
    try {
      window.localStorage.setItem(KEPT, JSON.stringify(held));
    } catch {
      /* A page from a disk may keep nothing: the notes stay until it is closed, or are saved with the page. */
    }
  }

  /* What was saved with the page holds; what the device kept fills the rest. */
  function recall() {
    try {
      const held = JSON.parse(window.localStorage.getItem(KEPT)) || {};
      for (const field of fields()) if (!value(field) && held[field.dataset.note]) fill(field, held[field.dataset.note]);
    } catch {
      /* Nothing was kept. */
    }
  }

  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-note]")) return;
    keep();
  });

  /* --- parts that tell what steps hide: shown when these are answered, or when the reader asks for them ----------- */

  let lifted = false;

  function veil() {
    for (const note of all("[data-until]")) {
      const open = note.dataset.until.split(" ").every((number) => shown(number));
      note.hidden = lifted || open;
      note.nextElementSibling.hidden = !note.hidden;
    }
    site.drawn();
    firstDay();
  }

  /* A step is answered when its answer stands open. */
  function shown(number) {
    const step = document.querySelector(`[data-step-number="${number}"]`);
    return !step || Boolean(step.querySelector("[data-say-first] + details[open]"));
  }

  site.actions.lift = function (button) {
    const next = button.closest("[data-until]").nextElementSibling;
    lifted = true;
    veil();
    next.tabIndex = -1;
    next.focus();
  };

  /* --- everything that was written, cleared when the reader says so twice: a device may have many readers -------- */

  const ORDERS = "as-reported-order-"; // as view-activities.js keeps the order of cards

  site.actions.forget = function (button) {
    const asked = document.getElementById("forgetting");
    const ask = button.dataset.forget === "ask";
    asked.hidden = !ask;
    document.getElementById("forgot").textContent = "";
    if (button.dataset.forget === "yes") cleared();
    document.querySelector(ask ? "#forgetting [data-forget=no]" : "[data-forget=ask]").focus();
  };

  function cleared() {
    for (const field of fields()) fill(field, "");
    for (const part of all("[data-say-first] + details, details.key")) part.open = false;
    for (const said of all(".said")) said.textContent = "";
    try {
      window.localStorage.removeItem(KEPT);
      const orders = all("[data-example]").map((one) => ORDERS + one.dataset.example);
      for (const order of orders) window.sessionStorage.removeItem(order);
    } catch {
      /* Nothing was kept. */
    }
    for (const list of all("[data-filled]")) list.removeAttribute("data-filled");
    lifted = false;
    site.steps.restart();
    veil();
    site.settle();
    const said = document.getElementById("forgot");
    said.textContent = said.dataset.sayCleared;
  }

  function question(field) {
    const label = field.labels && field.labels[0] ? field.labels[0].textContent.trim() : "";
    const group = field.closest("fieldset");
    const legend = group ? group.querySelector("legend").textContent.trim() : "";
    return legend ? [legend, field.type === "text" || field.tagName === "TEXTAREA" ? "" : label] : [label, ""];
  }

  function written() {
    const lines = [document.title, new Date().toISOString().slice(0, 10), ""];
    for (const field of fields().filter(value)) {
      const [asked, chosen] = question(field);
      lines.push(asked, "  " + (chosen || field.value).replaceAll("\n", "\n  "), "");
    }
    return lines.join("\n");
  }

  /* The file as it came, with what was written in it. */
  function page() {
    const copy = root.cloneNode(true);
    const held = fields();
    all("[data-note]", copy).forEach((field, place) => {
      if (field.tagName === "TEXTAREA") field.textContent = held[place].value;
      else if (field.type === "text") field.setAttribute("value", held[place].value);
      else field.toggleAttribute("checked", held[place].checked);
    });
    for (const plot of all(".still-graph", copy)) {
      plot.replaceChildren();
      plot.className = "still-graph";
    }
    for (const data of all("script[data-drawn]", copy)) data.removeAttribute("data-drawn");
    for (const part of all("[data-step-number], .lesson-veiled", copy)) part.hidden = false;
    for (const note of all("[data-until], #turning, #forgetting", copy)) note.hidden = true;
    for (const part of all("#days-new, #days-said, #said, #forgot, .ordering, [data-say-first]", copy)) part.replaceChildren();
    for (const list of all("[data-filled]", copy)) list.removeAttribute("data-filled");
    for (const style of all("style[id^='plotly']", copy)) style.remove();
    return "<!DOCTYPE html>\n" + copy.outerHTML;
  }

  const FORMS = { text: ["text/plain", ".txt", written], page: ["text/html", ".html", page] };

  site.actions.save = function (button) {
    const [type, ending, make] = FORMS[button.dataset.save];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([make()], { type: type + ";charset=utf-8" }));
    link.download = "as-reported-" + root.dataset.lesson + ending;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    site.announce(button.dataset.saySaved);
  };

  document.addEventListener("DOMContentLoaded", () => {
    recall();
    veil();
    const { hash } = window.location;
    if (hash && !site.steps.named(hash)) open(decodeURIComponent(hash.slice(1)));
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("[data-say-first] + details")) veil();
    else firstDay();
  }, true);
})();
