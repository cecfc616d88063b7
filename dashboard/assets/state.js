/* The address is the only state of the page. This file keeps controls, stores and address in step.

   sync() is the one clientside callback: when the address changed it sets the controls, when a control changed it
   writes the address; either way it refreshes the stores whose part of the query changed. The names and their order
   come from the server (the element "state-rules"), so that both sides write the same canonical query. */

(function () {
  "use strict";

  const site = window.asReportedSite;

  site.rules = function () {
    site._rules = site._rules || JSON.parse(document.getElementById("state-rules").dataset.rules);
    return site._rules;
  };

  /* --- query strings: read and written exactly as the server does ----------------------------------------- */

  const days = ["from", "to", "known_by"];

  /* A month or a year stands for its first day as a beginning, for its last day as an end. */
  function wholeDay(text, last) {
    const [, year, month] = /^([1-9]\d{3})(?:-(\d\d))?$/.exec(text) || [];
    if (!year) return text;
    const day = last ? Date.UTC(year, month || 12, 0) : Date.UTC(year, (month || 1) - 1, 1);
    return new Date(day).toISOString().slice(0, 10);
  }

  function squeezed(text) {
    return text.trim().split(/\s+/).join(" ");
  }

  /* Names and values of old links are read as what stands in their place; see dashboard/selection/migrations.py. */
  function migrated(name, value) {
    const place = (site.rules().renamed || {})[name];
    return place ? { name: place.name, value: place.values[value.trim()] ?? value } : { name, value };
  }

  site.read = function (search) {
    const asked = {};
    for (const [given, text] of new URLSearchParams(search || "")) {
      const { name, value } = migrated(given, text);
      if (name && value.trim()) (asked[name] = asked[name] || []).push(value.trim());
    }
    if (asked.q) asked.q = [squeezed(asked.q.join(" "))];
    for (const name of days) if (asked[name]) asked[name] = asked[name].map((text) => wholeDay(text, name !== "from"));
    for (const [name, value] of Object.entries(site.rules().defaults)) {
      if (asked[name] && asked[name].every((text) => text === value)) delete asked[name];
    }
    return asked;
  };

  function encoded(text) {
    const strict = (sign) => "%" + sign.charCodeAt(0).toString(16).toUpperCase();
    return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, strict).replaceAll("%20", "+");
  }

  /* Names that the site does not know stay in every query: the server refuses them in words. */
  site.write = function (asked, names) {
    const order = site.rules().order;
    const unknown = Object.keys(asked).filter((name) => !order.includes(name));
    const pairs = [];
    for (const name of [...(names || order), ...unknown]) {
      for (const value of [...new Set(asked[name] || [])].sort()) pairs.push(encoded(name) + "=" + encoded(value));
    }
    return pairs.join("&");
  };

  site.asked = function () {
    return site.read(window.location.search);
  };

  /* A control whose list of values is drawn anew says its value again, on a busy machine that of the address before. It
     speaks for the reader only where the reader has touched the page since the address last changed by other means. */
  const last = { touched: 0, moved: -1 };
  const touched = () => (last.touched = performance.now());
  for (const kind of ["pointerdown", "click", "keydown", "input"]) document.addEventListener(kind, touched, true);
  window.addEventListener("popstate", () => (last.moved = performance.now()), true);

  /* Go to a query. Steps, one after the other, share one entry of the history: going back once from any of them restores
     the view in which the stepping began. False when the query is the one already shown. */
  site.go = function (asked, step) {
    const query = site.write(asked);
    if (query === site.write(site.asked())) return false;
    const search = query ? "?" + query : "";
    last.moved = performance.now();
    if (step) stepTo(window.location.pathname + search);
    window.dash_clientside.set_props("url", { search: search });
    return true;
  };

  function stepTo(address) {
    const stepping = window.history.state && window.history.state.stepping;
    if (stepping) window.history.replaceState(window.history.state, "", address);
    else window.history.pushState({ stepping: true }, "", address);
  }

  site.change = function (changes, step) {
    const asked = site.asked();
    for (const [name, value] of Object.entries(changes)) {
      if (value) asked[name] = [String(value)];
      else delete asked[name];
    }
    if (!("page" in changes) && !("incident" in changes)) delete asked.page;
    return site.go(asked, step);
  };

  /* --- controls --------------------------------------------------------------------------------------- */

  function toControl(name, asked) {
    const values = asked[name] || [];
    if (site.rules().many.includes(name)) return values;
    if (days.includes(name)) return values[0] || null;
    return values[0] || site.rules().defaults[name] || "";
  }

  function fromControl(name, value) {
    if (value === null || value === undefined || String(value) === site.rules().defaults[name]) return [];
    const texts = Array.isArray(value) ? value.map(String) : [squeezed(String(value))];
    return texts.filter((text) => text !== "");
  }

  /* A control that already says the same is left alone: the reader may be typing in it. */
  function same(name, wanted, value) {
    return JSON.stringify(fromControl(name, wanted)) === JSON.stringify(fromControl(name, value));
  }

  /* Other rows begin at their first page; other lanes leave the rows as they are. A control that arrives with a page has
     the value of its address, and makes nothing void. */
  const paged = (name) => name !== "lanes" && name !== "page";

  /* What was chosen for another value of a name goes with that value. */
  function free(asked, before) {
    for (const [name, freed] of Object.entries(site.rules().frees)) {
      if (String(asked[name] || "") !== String(before[name] || "")) freed.forEach((other) => delete asked[other]);
    }
  }

  function merged(ids, values, changed) {
    const asked = site.asked();
    if (last.touched <= last.moved) return asked;
    ids.forEach((id, index) => {
      if (!changed.has(id.ctl)) return;
      if (same(id.ctl, toControl(id.ctl, asked), values[index])) return;
      asked[id.ctl] = fromControl(id.ctl, values[index]);
      if (paged(id.ctl)) delete asked.page;
    });
    free(asked, site.asked());
    return asked;
  }

  function changedControls(context) {
    const ids = context.triggered.map((item) => item.prop_id).filter((id) => id.startsWith("{"));
    return new Set(ids.map((id) => JSON.parse(id.slice(0, id.lastIndexOf("."))).ctl));
  }

  /* A refusal belongs to the address it was given for: with the next one it goes, and every part is asked anew. */
  function forget() {
    if (!document.querySelector("#refused > *")) return false;
    window.dash_clientside.set_props("refused", { children: [] });
    return true;
  }

  window.dash_clientside.asReported = {
    sync: function (search, values, ids, storeIds, stored) {
      const context = window.dash_clientside.callback_context;
      const none = window.dash_clientside.no_update;
      const fromAddress = context.triggered.length === 0 || context.triggered.some((item) => item.prop_id === "url.search");
      const asked = fromAddress ? site.read(search) : merged(ids, values, changedControls(context));
      const query = site.write(asked);
      const moved = !fromAddress && query !== site.write(site.asked());
      const controls = ids.map((id, index) => {
        const wanted = toControl(id.ctl, asked);
        return same(id.ctl, wanted, values[index]) ? none : wanted;
      });
      const anew = forget();
      const stores = storeIds.map((id, index) => {
        const needed = site.rules().needs[id.q];
        const wanted = needed && !asked[needed] ? "" : site.write(asked, site.rules().parts[id.q]);
        return wanted === stored[index] && !anew ? none : wanted;
      });
      window.setTimeout(site.settle, 0);
      return [controls, stores, moved ? (query ? "?" + query : "") : none];
    },

    closed: function (opened) {
      if (opened === false) site.change({ incident: null });
      return window.dash_clientside.no_update;
    },

    clicked: function (data) {
      const [incident, first, last, tally] = (data && data.points && data.points[0] && data.points[0].customdata) || [];
      if (tally) site.explain(tally);
      else if (incident) site.change({ incident: incident });
      else if (first && !site.change({ from: first, to: last })) site.toRows();
      return null;
    },

    zoomed: function (change) {
      if (change && "xaxis.range[0]" in change) site.window(change["xaxis.range[0]"], change["xaxis.range[1]"]);
      if (change && "xaxis.autorange" in change) site.wholeWindow();
      return null;
    },

    brushed: function (data) {
      const range = data && data.range && data.range.x;
      if (range) site.window(range[0], range[1]);
      return null;
    },
  };
})();
