/* The dialog with the code of an embed: the address as it is now, live or with the data's version. */

(function () {
  "use strict";

  const site = window.asReportedSite;
  const ROOM = 240; /* what an embed says above and below its figure, in pixels, before it tells its height itself */
  const SCRIPT = `<script>
  window.addEventListener("message", (event) => {
    if (!event.data || event.data.type !== "as-reported:height") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === event.source) frame.height = event.data.height;
    }
  });
</script>`;

  let shown = null;

  const made = site.made;
  const part = (name) => document.getElementById(name);
  const toggle = () => part("embedding").querySelector("[data-freeze]");

  function address() {
    const asked = site.asked();
    delete asked.tally;
    const query = new URLSearchParams(site.write(asked, site.rules().parts[shown.part]));
    if (toggle().ariaPressed === "true") query.set("data", site.digest());
    const path = shown.path.replace("<incident>", encodeURIComponent(site.ownIncident()));
    return window.location.origin + path + (query.size ? "?" + query : "");
  }

  function quoted(text) {
    return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  }

  function frame() {
    const sizes = `width="100%" height="${shown.height}" loading="lazy" style="border: 0"`;
    return `<iframe src="${quoted(address())}" title="${quoted(site.words("Frame", { title: shown.titled }))}" ${sizes}></iframe>`;
  }

  function block(title, words, code, label) {
    const button = made("button", label, { type: "button", className: "button" });
    button.dataset.copy = code;
    return [made("h3", title), ...(words ? [made("p", words)] : []), made("pre", code), button];
  }

  function fill() {
    const look = made("p", "");
    look.append(made("a", site.words("Alone"), { href: address(), target: "_blank", rel: "noopener" }));
    part("embedding-code").replaceChildren(
      ...block(site.words("Code"), "", frame(), site.words("CopyCode")),
      look,
      ...block(site.words("High"), site.words("Optional"), SCRIPT, site.words("CopyScript")),
    );
    site.apart(part("embedding"));
  }

  function open(button) {
    const { embed: path, part: of, titled } = button.dataset;
    const figure = button.closest("figure");
    const high = figure ? figure.getBoundingClientRect().height : 560;
    shown = { path, part: of, titled, height: Math.ceil((high + ROOM) / 20) * 20 };
    part("embedding-title").textContent = site.words("Embed", { title: titled });
    fill();
    part("embedding").showModal();
  }

  site.actions.embed = open;
  site.actions.freeze = function (button) {
    button.setAttribute("aria-pressed", String(button.ariaPressed !== "true"));
    if (shown) fill();
  };
})();
