/* Known by: step from day to day, and play. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  let playing = null;

  function knownDays() {
    const clock = document.getElementById("clock");
    return clock && clock.dataset.days ? clock.dataset.days.split(" ") : [];
  }

  function step(move) {
    const days = knownDays();
    const now = (site.asked().known_by || [])[0];
    if (move === "all") return site.change({ known_by: null });
    if (!now) return setDay(move < 0 ? days[days.length - 2] || days[0] : days[0]);
    const next = move < 0 ? days.filter((day) => day < now).pop() : days.find((day) => day > now);
    if (next || move > 0) setDay(next);
  }

  function setDay(day) {
    site.change({ known_by: day }, true);
  }

  function play(button) {
    if (playing) return pause();
    button.textContent = site.words("Pause");
    if (!site.asked().known_by) setDay(knownDays()[0]);
    playing = window.setInterval(() => {
      const days = knownDays();
      const now = (site.asked().known_by || [])[0];
      if (!now || !days.length || now >= days[days.length - 1]) return pause();
      step(1);
    }, 1600);
  }

  function pause() {
    window.clearInterval(playing);
    playing = null;
    const button = document.querySelector("[data-play]");
    if (button) button.textContent = site.words("Play");
  }

  site.still.addEventListener("change", pause);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pause();
  });

  site.actions.step = (node) => (pause(), step(node.dataset.step === "all" ? "all" : Number(node.dataset.step)));
  site.actions.play = play;
  site.after.push(() => {
    const button = document.querySelector("[data-play]");
    if (button) button.hidden = site.still.matches;
  });
})();
