/* A finger on a figure: up and down it moves the page, across it draws on the figure, and a tap presses a mark.

   The library that draws would keep a touch to itself from its first moment on, and where it does not, it takes the next
   tap elsewhere for the end of one that has become scrolling. So it hears of a touch once it is known what that is. */

(function () {
  "use strict";

  const FAR = 8; // pixels; from there on a touch is no tap
  let held = null; // the beginning of a touch that may still become anything
  let drawn = false; // whether a touch draws on a figure

  function hear(name, follow) {
    const passive = name !== "touchend";
    document.addEventListener(name, (event) => event.isTrusted && follow(event), { capture: true, passive });
  }

  function tell(name, target, touch) {
    const touches = name === "touchstart" ? [touch] : [];
    target.dispatchEvent(new TouchEvent(name, { bubbles: true, cancelable: true, touches, targetTouches: touches, changedTouches: [touch] }));
  }

  /* The style of a figure says whether what goes across is its own, or the page's too. */
  function draws(target) {
    return !/auto|manipulation|pan-x/.test(window.getComputedStyle(target.closest(".js-plotly-plot")).touchAction);
  }

  hear("touchstart", (event) => {
    held = null;
    if (!event.target.closest(".js-plotly-plot .draglayer")) return;
    event.stopPropagation();
    if (event.touches.length === 1) held = event.touches[0];
  });

  hear("touchmove", (event) => {
    if (drawn && !event.cancelable) event.stopPropagation(); // the page scrolls, and nobody can stop that
    if (!held) return;
    const start = held;
    const [across, down] = ["clientX", "clientY"].map((side) => Math.abs(event.touches[0][side] - start[side]));
    if (Math.hypot(across, down) < FAR) return;
    held = null;
    drawn = event.cancelable && across > down && draws(start.target);
    if (drawn) tell("touchstart", start.target, start);
  });

  /* The browser makes no press of a mouse of it: that would be a second one. */
  hear("touchend", (event) => {
    if (held) {
      tell("touchstart", held.target, held);
      event.preventDefault();
    }
    held = null;
    drawn = false;
  });

  hear("touchcancel", (event) => {
    if (drawn) tell("touchend", event.target, event.changedTouches[0]);
    held = null;
    drawn = false;
  });
})();
