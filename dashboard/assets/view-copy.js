/* Text to copy, with the address and the day filled in. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  /* The address of the page as it is now, without the part of it that a link may point to. */
  site.page = function () {
    return site.unanswered(window.location.href).split("#")[0];
  };

  /* The address for somebody else: what this reader has answered is not theirs. */
  site.unanswered = function (address) {
    const url = new URL(address);
    if (!url.searchParams.has("answered")) return address;
    url.searchParams.delete("answered");
    return url.href;
  };

  function filled(text) {
    const today = site.iso(Math.floor(Date.now() / 86400000));
    const address = () => site.unanswered(window.location.href);
    const words = { address, page: site.page, today: () => today, frozen: site.frozen };
    return text.replace(/\{(address|page|today|frozen)\}/g, (_, name) => words[name]());
  }

  async function copy(button) {
    const text = filled(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyOldWay(text, button);
    }
    const label = (button.dataset.label = button.dataset.label || button.textContent);
    button.textContent = site.words("Copied");
    site.announce(site.words("Copied"));
    window.setTimeout(() => (button.textContent = label), 1500);
  }

  /* Without https, or where the reader refuses it, there is no clipboard to write to. */
  function copyOldWay(text, button) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "out-of-sight";
    button.parentNode.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }

  site.actions.copy = copy;
})();
