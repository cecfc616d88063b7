/* The citation dialog: asks the server for a citation in every style, and fills in the address of this page. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  let shown = null;

  const made = site.made;
  const part = (name) => document.getElementById(name);

  /* --- the address that is cited --------------------------------------------------------------------------- */

  function pathOf(what) {
    const [table, id] = what.split("/");
    return table === "incidents" ? "/incidents/" + encodeURIComponent(id) : window.location.pathname;
  }

  function address() {
    const asked = site.asked();
    const own = shown.what.startsWith("incidents/");
    const kept = own ? { known_by: asked.known_by || [] } : { ...asked };
    if (part("citation").querySelector("[data-frozen]").ariaPressed === "true") kept.data = [shown.digest];
    const query = site.write(kept);
    return window.location.origin + pathOf(shown.what) + (query ? "?" + query : "") + (own ? "" : shown.hash);
  }

  /* --- the dialog ------------------------------------------------------------------------------------------ */

  async function open(button) {
    const { cite: what, titled } = button.dataset;
    const figure = button.closest("figure");
    const asked = site.asked();
    delete asked.data;
    part("citation-title").textContent = site.words("Cite", { title: titled });
    part("citation-styles").replaceChildren(made("p", site.words("Loading")));
    site.apart(part("citation"));
    part("citation").showModal();
    try {
      const answer = await fetch(`/api/v1/citations/${what.split("/").map(encodeURIComponent).join("/")}.json?${site.write(asked)}`);
      const found = await answer.json();
      if (!answer.ok) throw new Error(found.error);
      shown = { what, hash: figure && figure.id ? "#" + figure.id : "", digest: found.digest, citations: found.citations };
      fill();
    } catch (error) {
      part("citation-styles").replaceChildren(made("p", site.words("Uncited", { why: error.message })));
    }
  }

  function fill() {
    const where = address();
    const parts = shown.citations.flatMap(({ label, text }) => {
      const words = text.replaceAll("{address}", where);
      const button = made("button", site.words("Copy", { what: label }), { type: "button", className: "button" });
      button.dataset.copy = words;
      return [made("h3", label), made("pre", words), button];
    });
    part("citation-styles").replaceChildren(...parts);
    site.apart(part("citation"));
  }

  function freeze(button) {
    button.setAttribute("aria-pressed", String(button.ariaPressed !== "true"));
    if (shown) fill();
  }

  site.actions.cite = open;
  site.actions.frozen = freeze;
  site.actions.close = (button) => part(button.dataset.close).close();

  /* A press beside a dialog closes it. */
  document.addEventListener("click", (event) => {
    if (event.target.matches && event.target.matches("dialog.dialog")) event.target.close();
  });
})();
