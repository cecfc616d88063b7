/* Gentle mode in charts: a mark whose title it leaves out says nothing when pointed at. And in the title of the tab:
   what the heading of the page leaves out. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  function untitled() {
    const list = document.querySelector("[data-untitled]");
    return new Set(list ? list.dataset.untitled.split(" ").filter(Boolean) : []);
  }

  /* What is hidden is the layer of hover text of this chart, until another mark is pointed at (view-gentle.css). */
  function listen() {
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      if (!plot.on || plot.gentlyHeard) continue;
      plot.gentlyHeard = true;
      plot.on("plotly_hover", ({ points }) => {
        const held = untitled();
        plot.toggleAttribute("data-hover-held", points.some(({ customdata }) => customdata && held.has(customdata[0])));
      });
      plot.on("plotly_unhover", () => plot.removeAttribute("data-hover-held"));
    }
  }

  /* --- the title of the tab -------------------------------------------------------------------------------- */

  let full = ""; // the title as it was sent, while another one stands for it

  function retitle() {
    const top = document.querySelector("#page h1");
    if (!top) return;
    const told = site.told(top);
    const whole = everything(top);
    if (told !== whole && document.title.includes(whole)) {
      full = document.title;
      document.title = full.replace(whole, () => told.charAt(0).toUpperCase() + told.slice(1));
    } else if (told === whole && full.includes(whole)) {
      document.title = full;
      full = "";
    }
  }

  /* What a heading says out of gentle mode. */
  function everything(top) {
    const copy = top.cloneNode(true);
    for (const part of copy.querySelectorAll(".instead")) part.remove();
    return copy.textContent.trim();
  }

  site.after.push(listen, retitle);
})();
