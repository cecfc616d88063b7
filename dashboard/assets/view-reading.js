/* The menu "Reading" and the list of keys. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const comfort = window.asReportedComfort;

  function choose(node) {
    const [name, value] = node.dataset.read.split(":");
    if (node.dataset.read === "gentle:off") ungentle();
    comfort.set(name, value);
    show();
    site.settle();
    window.dispatchEvent(new Event("resize")); // figures measure themselves anew
  }

  /* Buttons show what holds; gentle mode can also be asked for by an address or a file. */
  function show() {
    for (const node of document.querySelectorAll("[data-read]")) {
      const [name, value] = node.dataset.read.split(":");
      const held = name === "gentle" ? document.documentElement.dataset.gentle : comfort.get(name);
      const pressed = String(held === value);
      if (node.getAttribute("aria-pressed") !== pressed) node.setAttribute("aria-pressed", pressed);
    }
  }

  function menu() {
    return document.querySelector("details.reading[open]");
  }

  function keys(open) {
    const list = document.getElementById("keys");
    if (!list || list.open === open || document.documentElement.hasAttribute("data-embedded")) return;
    if (open) list.showModal();
    else list.close();
  }

  function typing(node) {
    return Boolean(node.closest && node.closest("input, textarea, select, [contenteditable='true']"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu()) {
      const open = menu();
      if (open.contains(document.activeElement)) open.querySelector("summary").focus();
      open.open = false;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key !== "?" || !plain || typing(event.target) || comfort.get("keys") === "off") return;
    event.preventDefault();
    keys(true);
  });

  document.addEventListener("click", (event) => {
    if (menu() && !event.target.closest("details.reading")) menu().open = false;
  });

  /* Out of gentle mode, whichever way it came: by choice or by the address. */
  function ungentle() {
    document.documentElement.removeAttribute("data-gentle-asked");
    comfort.set("gentle", "off");
    const asked = site.asked();
    if (asked.gentle) site.go({ ...asked, gentle: [] });
    show();
  }

  site.actions.read = choose;
  /* One thing that gentle mode leaves out, shown in its place. */
  function unveil(node) {
    const held = node.closest(".instead").parentElement;
    const step = node.dataset.unveil === "step" && node.closest(".story, .lesson-step"); // all that is left out of one step
    const others = step ? [...step.querySelectorAll("[data-unveil=step]")].filter((one) => one.checkVisibility()) : [];
    for (const one of [node, ...others]) lift(one.closest(".instead").parentElement);
    held.tabIndex = -1;
    held.focus();
    window.dispatchEvent(new Event("resize")); // what was drawn unseen has no width yet
  }

  function lift(held) {
    held.classList.add("unveiled");
    for (const inner of held.querySelectorAll(".harm .instead")) inner.parentElement.classList.add("unveiled"); // asked for once
    for (const folded of held.querySelectorAll(".harm > details.harm")) folded.open = true;
  }

  site.actions.ungentle = ungentle;
  site.actions.unveil = unveil;
  site.actions.keys = (node) => keys(node.dataset.keys === "open");
  site.after.push(show, comfort.apply);
})();
