/* A live class: the tab of its teacher shows the class each view, the tabs that follow ask what is shown.

   A tab without a class asks nothing and keeps nothing. One with a class keeps its code in the tab's own storage, until
   the class ends or is left: a reload goes on. Whoever changes the view of a tab that follows is alone from then on,
   until they return. */

(function () {
  "use strict";

  if (document.documentElement.hasAttribute("data-embedded")) return;

  const site = window.asReportedSite;
  const KEPT = "as-reported-class";
  const ROOT = "/api/v1/classes";
  const BEAT = 4000; /* between two signs of life of a teacher's page */
  const SOON = 500; /* half of the wait after a sign of life that was not heard: a teacher knows as soon as a class */
  const LONGEST_WAIT = 5000; /* between two attempts while the connection is lost */
  const PATIENCE = 8000; /* with one answer */
  const TURN = 20000; /* with a page that is on its way */

  let now = null; /* follows: { role, code, applied, seen, alone };
                     leads: { role, code, key, shown, paused, veils, revealed } */
  let over = false; /* the class ended, and nobody has closed the bar that says so */
  let said = ""; /* which of the bar's words hold beside the usual ones */
  let booted = false;

  /* --- what this tab keeps ----------------------------------------------------------------------------------- */

  function stored() {
    try {
      return JSON.parse(window.sessionStorage.getItem(KEPT));
    } catch {
      return null;
    }
  }

  function keep() {
    try {
      if (now) window.sessionStorage.setItem(KEPT, JSON.stringify(now));
      else window.sessionStorage.removeItem(KEPT);
    } catch {
      /* Nothing is kept: the class goes on until this page is left. */
    }
  }

  /* --- asking ------------------------------------------------------------------------------------------------ */

  class Gone extends Error {}

  /* What the server says. A page that stands between and answers in its own words is a lost connection. */
  async function ask(path, method, headers, body) {
    const more = body ? { body: JSON.stringify(body) } : {};
    if (body) headers["Content-Type"] = "application/json";
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(ROOT + path, { method, headers, signal, cache: "no-store", ...more });
    if (answer.status === 304 || answer.status === 204) return { answer };
    const told = await answer.json();
    if ([403, 404, 410].includes(answer.status) && told.error) throw new Gone(told.error);
    if (answer.status !== 400 && !answer.ok) throw new Error(told.error);
    return { answer, told };
  }

  /* One thing done again and again: sooner when asked, later after failures, by one timer. After the first failure it
     waits twice as long as ``first``. */
  function rounds(act, pause, first = pause) {
    let timer = 0;
    let failures = 0;
    let [under, again] = [false, false];

    async function turn() {
      const [mine, began] = [now, performance.now()];
      [under, again] = [true, false];
      try {
        await act();
        if (now === mine && failures) tell("");
        failures = 0;
      } catch (error) {
        if (now === mine) fail(error);
      }
      under = false;
      if (!now) return;
      const wait = failures ? Math.min(LONGEST_WAIT, first() * 2 ** failures) : pause();
      soon(again ? 0 : wait * (0.9 + 0.2 * Math.random()) - (performance.now() - began));
    }

    function fail(error) {
      if (error instanceof Gone) return end();
      failures += 1;
      if (failures > 1) tell("lost"); // one answer may be late without a reason to say so
    }

    function soon(wait) {
      again = under;
      window.clearTimeout(timer);
      if (!under) timer = window.setTimeout(turn, Math.max(0, wait || 0));
    }

    return { soon, stop: () => window.clearTimeout(timer) };
  }

  /* --- the address ------------------------------------------------------------------------------------------- */

  function joined(path, asked) {
    const query = site.write(asked);
    return path + (query ? "?" + query : "");
  }

  /* A view without what is hidden in it and what is answered: whoever answers, or shows it, still follows. */
  function written(path, search) {
    const { answered, hide, ...asked } = site.read(search);
    return joined(path, asked);
  }

  const here = () => written(window.location.pathname, window.location.search);
  const whole = () => window.location.pathname + window.location.search;
  const drawn = () => (document.getElementById("drawn") || { dataset: {} }).dataset.path;

  /* --- following --------------------------------------------------------------------------------------------- */

  let latest = null; /* { view, version } */
  let tag = "";
  let turning = 0; /* until when a page that is on its way is waited for */

  const polls = rounds(poll, () => Number(bar().dataset.every));

  async function poll() {
    if (document.hidden) return;
    const mine = now;
    const { answer, told } = await ask("/" + now.code, "GET", tag ? { "If-None-Match": tag } : {});
    if (now !== mine) return;
    if (told) {
      tag = answer.headers.get("ETag") || "";
      latest = { view: told.view, version: told.version };
      show();
    }
    if (turning && Date.now() > turning) return window.location.reload(); // the page was lost on its way
    catchUp();
  }

  /* One view after the other: a page that arrives late would bring the controls of its own time. */
  function catchUp() {
    if (!latest || now.alone || turning) return;
    const [path, query] = latest.view.split("?");
    const view = written(path, query ? "?" + query : "");
    const turns = path !== window.location.pathname;
    if (view === now.applied && now.seen === latest.version) return;
    const [mine, theirs] = [site.asked(), site.read(query ? "?" + query : "")];
    const told = view === here() && revealing(mine, theirs);
    const asked = merged(path, view, mine, theirs);
    now.applied = view;
    now.seen = latest.version;
    now.told = told;
    keep();
    if (told) show();
    const address = joined(path, asked);
    if (view === here() && !told) return;
    if (view === here() && (mine.hide || []).length) return window.location.assign(address); // its questions go too
    window.history.replaceState(null, "", address);
    const search = address.slice(path.length);
    turning = turns ? Date.now() + TURN : 0;
    window.dash_clientside.set_props("url", turns ? { pathname: path, search: search } : { search: search });
  }

  /* Whether the class is shown something of this view that is still hidden in this tab. */
  function revealing(mine, theirs) {
    const left = (mine.hide || []).some((name) => !(theirs.hide || []).includes(name));
    return left || (theirs.answered || []).some((step) => !(mine.answered || []).includes(step));
  }

  /* The view of the class, with what this tab has answered itself, and without what it has shown itself. */
  function merged(path, view, mine, theirs) {
    const same = path === window.location.pathname;
    const answered = [...new Set([...(same && mine.answered ? mine.answered : []), ...(theirs.answered || [])])].sort();
    const hide = (theirs.hide || []).filter((name) => view !== here() || (mine.hide || []).includes(name));
    return { ...theirs, answered, hide };
  }

  function lookAround() {
    now.alone = true;
    keep();
    show();
  }

  function goBack() {
    now.alone = false;
    now.applied = "";
    keep();
    show();
    catchUp();
    polls.soon();
  }

  /* A page of a class that runs begins to follow it; the teacher's own tab goes on leading. */
  const met = new WeakSet();

  function arrive() {
    const door = document.getElementById("class-join");
    if (!door || met.has(door)) return;
    met.add(door);
    if (now && now.role === "leads") return;
    [latest, tag, over] = [null, "", false];
    now = { role: "follows", code: door.dataset.code, applied: "", seen: 0, alone: false };
    keep();
    show();
    polls.soon();
  }

  /* --- leading ----------------------------------------------------------------------------------------------- */

  let followers = null; /* how many there are; null while that is not known */
  let tried = ""; /* the view that was last sent, whether it was taken or not */

  const beats = rounds(beat, () => BEAT, () => SOON);

  /* The page of a class itself is shown to nobody. */
  const own = (view) => /^\/class(\/|$)/.test(view);
  const due = (view) => !now.paused && view !== now.shown && view !== tried && !own(view);

  /* What the class is shown: the teacher's own answers reveal nothing; the button does, for this view. */
  function forClass() {
    const at = here();
    const { answered, hide, ...asked } = site.asked();
    const path = window.location.pathname;
    now.veils = now.veils || {};
    now.revealed = now.revealed || [];
    const hidden = [...new Set([...(now.veils[at] || []), ...(hide || [])])].sort();
    if (hidden.length) now.veils[at] = hidden;
    const steps = now.revealed.filter((one) => one.path === path && one.step).map((one) => one.step);
    return joined(path, { ...asked, hide: open(at) ? [] : hidden, answered: [...new Set(steps)].sort() });
  }

  const open = (at) => (now.revealed || []).some((one) => one.at === at);

  /* Whether the view that is open holds something back from the class, or did before it was revealed. */
  const step = () => document.querySelector(".step-now .predict") && document.querySelector(".step-now").dataset.number;
  const refused = () => said === "refused" || Boolean(document.querySelector("#page #refused:not(:empty)"));
  const hides = () => Boolean(step() || ((now.veils || {})[here()] || []).length);

  function reveal() {
    const [at, number, asked] = [here(), step() || "", site.asked()];
    now.revealed = [...(now.revealed || []), { at, path: window.location.pathname, step: number }];
    keep();
    show();
    beats.soon();
    if (number && !(asked.answered || []).includes(number)) {
      const search = joined("", { ...asked, answered: [...(asked.answered || []), number].sort() });
      window.dash_clientside.set_props("url", { search });
    }
    if ((asked.hide || []).length) window.location.assign(joined(window.location.pathname, { ...asked, hide: [] }));
  }

  async function beat() {
    const mine = now;
    const view = forClass();
    const headers = { "Class-Key": now.key };
    const fresh = due(view);
    const { answer, told } = fresh
      ? await ask("/" + now.code, "PUT", headers, { view })
      : await ask(`/${now.code}/followers`, "GET", headers);
    if (now !== mine) return;
    if (fresh) taken(view, answer.ok);
    if (answer.ok) followers = told.followers;
    show();
    if (due(forClass())) beats.soon();
  }

  function taken(view, ok) {
    tried = view;
    if (ok) now.shown = view;
    keep();
    tell(ok ? "" : "refused");
  }

  async function start(button) {
    const part = button.closest(".class-panel");
    const failed = part.querySelector(".class-failed");
    failed.textContent = "";
    button.disabled = true;
    try {
      await begin(own(here()) ? button.dataset.first : whole());
      code();
    } catch (error) {
      failed.textContent = error instanceof TypeError || error.name === "TimeoutError" ? failed.dataset.lost : error.message;
    }
    button.disabled = Boolean(now);
  }

  async function begin(address) {
    const [path, query] = address.split("?");
    const { answered, ...asked } = site.read(query ? "?" + query : "");
    const { answer, told } = await ask("", "POST", {}, { view: joined(path, asked) });
    if (!answer.ok) throw new Error(told.error);
    [over, tried, followers, said] = [false, "", null, ""];
    now = { role: "leads", code: told.code, key: told.key, shown: told.view, paused: false, veils: {}, revealed: [] };
    keep();
    show();
    beats.soon();
  }

  function pause() {
    now.paused = !now.paused;
    tried = "";
    keep();
    tell("");
    beats.soon();
  }

  async function close(button) {
    if (!window.confirm(button.dataset.sure)) return;
    try {
      await ask("/" + now.code, "DELETE", { "Class-Key": now.key });
    } catch (error) {
      if (!(error instanceof Gone)) return tell("lost");
    }
    end();
  }

  /* --- the code on the wall ---------------------------------------------------------------------------------- */

  const spaced = (text) => (text.slice(0, 3) + " " + text.slice(3)).toUpperCase();

  function code() {
    const wall = document.getElementById("class-code");
    const square = wall.querySelector(".class-square");
    const scheme = window.location.protocol.replace(":", "");
    wall.querySelector(".class-large").textContent = spaced(now.code);
    wall.querySelector(".class-address").textContent = window.location.host + "/class";
    const src = `${ROOT}/${now.code}/qr.svg?scheme=${scheme}`;
    square.replaceChildren(site.made("img", "", { alt: square.dataset.alt, width: 300, height: 300, src }));
    site.apart(wall);
    wall.showModal();
  }

  /* --- the bar ----------------------------------------------------------------------------------------------- */

  const bar = () => document.getElementById("class-bar");

  function set(node, text) {
    if (node && node.textContent !== text) node.textContent = text;
  }

  /* A button that stands for one of two things, and has the words of the other. */
  function turned(node, on) {
    node.dataset.usual = node.dataset.usual || node.textContent;
    set(node, on ? node.dataset.words : node.dataset.usual);
  }

  function tell(words) {
    said = words;
    show();
  }

  function show() {
    const role = now ? now.role : over ? "over" : "";
    bar().hidden = !role;
    for (const part of bar().querySelectorAll(".class-part")) part.hidden = part.dataset.role !== role;
    for (const node of document.querySelectorAll("[data-lead=start]")) node.disabled = Boolean(now);
    for (const node of document.querySelectorAll(".class-running")) node.hidden = role !== "leads";
    const part = role && bar().querySelector(`[data-role=${role}]`);
    if (!part) return;
    const state = said || (now ? standing() : "with");
    set(part.querySelector(".class-said"), part.dataset[state] ?? bar().dataset[state] ?? "");
    if (now) counted(part);
  }

  /* Which words hold of a class that goes on. */
  function standing() {
    if (now.alone) return "alone";
    if (now.paused) return "paused";
    if (now.role === "follows") return now.told ? "revealed" : "with";
    return hides() ? (open(here()) ? "revealed" : "hiding") : "with";
  }

  function counted(part) {
    set(part.querySelector(".class-name"), spaced(now.code));
    if (now.role === "leads") {
      part.querySelector("[data-lead=reveal]").hidden = !hides() || open(here()) || refused();
      const known = followers !== null && said !== "lost";
      set(part.querySelector(".class-count"), known ? part.dataset.count.replace("{n}", followers) : "");
      return turned(part.querySelector("[data-lead=pause]"), now.paused);
    }
    const since = now.alone && latest ? latest.version - now.seen : 0;
    set(part.querySelector(".class-count"), since > 0 ? part.dataset.moved.replace("{n}", since) : "");
    turned(part.querySelector("[data-follow=around]"), now.alone);
  }

  /* --- ends -------------------------------------------------------------------------------------------------- */

  function leave() {
    [now, latest, tag, turning, said, tried] = [null, null, "", 0, "", ""];
    keep();
    polls.stop();
    beats.stop();
    document.getElementById("class-code").close();
    document.querySelector(".class-square").replaceChildren();
    show();
  }

  function end() {
    over = true;
    leave();
  }

  /* The bar is gone, and what had the keyboard with it. */
  function away() {
    over = false;
    leave();
    document.getElementById("page").focus({ preventScroll: true });
  }

  /* --- what happens ------------------------------------------------------------------------------------------ */

  const leads = { start, code, pause, reveal, end: close };
  const follows = { around: () => (now.alone ? goBack() : lookAround()), leave: away, close: away };

  /* Whether this tab shows what a class is shown, and not what its reader chose. */
  site.led = function () {
    const mine = booted ? now : stored();
    return Boolean(mine && mine.role === "follows" && !mine.alone);
  };

  site.actions.lead = (button) => leads[button.dataset.lead](button);
  site.actions.follow = (button) => follows[button.dataset.follow](button);

  function boot() {
    booted = true;
    now = stored();
    if (!now) return;
    turning = now.role === "follows" ? Date.now() + TURN : 0;
    resume();
  }

  function resume() {
    if (now) (now.role === "leads" ? beats : polls).soon();
  }

  function settle() {
    if (!bar()) return;
    if (!booted) boot();
    arrive();
    if (!now) return over || document.querySelector("[data-lead=start]:disabled") ? show() : undefined;
    if (turning && drawn() === window.location.pathname) turning = 0;
    if (now.role === "leads") {
      if (due(forClass())) beats.soon();
    } else if (!now.alone && now.applied && here() !== now.applied) lookAround();
    else catchUp();
    show();
  }

  site.after.push(settle);
  window.addEventListener("online", resume);
  window.addEventListener("offline", resume); // it fails, and is said
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) resume();
  });
})();
