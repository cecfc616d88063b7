/* The address is the only state of the page. This file keeps controls, stores and address in step.

   sync() is the one clientside callback: when the address changed it sets the controls, when a control changed it
   writes the address; either way it refreshes the stores whose part of the query changed. The names and their order
   come from the server (the element "state-rules"), so that both sides write the same canonical query. */

window.dash_clientside = window.dash_clientside || {};

(function () {
  "use strict";

  const site = (window.asReportedSite = { replaceNext: false });

  site.rules = function () {
    site._rules = site._rules || JSON.parse(document.getElementById("state-rules").dataset.rules);
    return site._rules;
  };

  /* --- query strings ---------------------------------------------------------------------------------- */

  site.read = function (search) {
    const asked = {};
    for (const [name, value] of new URLSearchParams(search || "")) {
      if (value !== "") (asked[name] = asked[name] || []).push(value);
    }
    return asked;
  };

  site.write = function (asked, names) {
    const params = new URLSearchParams();
    const known = names || site.rules().order;
    for (const name of known) for (const value of [...new Set(asked[name] || [])].sort()) params.append(name, value);
    if (!names) for (const name of Object.keys(asked)) if (!known.includes(name)) for (const value of asked[name]) params.append(name, value);
    const text = params.toString();
    return text;
  };

  site.go = function (asked, replace) {
    const search = site.write(asked);
    const address = search ? "?" + search : "";
    if (address === window.location.search) return;
    if (replace) window.history.replaceState(window.history.state, "", window.location.pathname + address);
    window.dash_clientside.set_props("url", { search: address });
  };

  site.change = function (changes, replace) {
    const asked = site.read(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === "" || value.length === 0) delete asked[name];
      else asked[name] = Array.isArray(value) ? value : [String(value)];
    }
    if (!("page" in changes) && !("incident" in changes)) delete asked.page;
    site.go(asked, replace);
  };

  /* --- controls --------------------------------------------------------------------------------------- */

  const defaults = { lanes: "place", rows: "list", page: "1" };

  function toControl(name, asked) {
    const values = asked[name] || [];
    if (site.rules().many.includes(name)) return values;
    if (name === "page") return Number(values[0] || 1);
    if (["from", "to", "known_by"].includes(name)) return values[0] || null;
    return values[0] || defaults[name] || "";
  }

  function fromControl(name, value) {
    if (value === null || value === undefined || value === "" || String(value) === defaults[name]) return [];
    return Array.isArray(value) ? value.map(String) : [String(value)];
  }

  function same(one, other) {
    return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  }

  function merged(search, ids, values, changed) {
    const asked = site.read(search);
    ids.forEach((id, index) => {
      if (!changed.has(id.ctl)) return;
      const value = fromControl(id.ctl, values[index]);
      if (value.length) asked[id.ctl] = value;
      else delete asked[id.ctl];
      if (id.ctl !== "page" && id.ctl !== "lanes") delete asked.page;
    });
    return asked;
  }

  function changedControls(context) {
    return new Set(
      context.triggered
        .map((item) => item.prop_id)
        .filter((id) => id.startsWith("{"))
        .map((id) => JSON.parse(id.slice(0, id.lastIndexOf("."))).ctl)
    );
  }

  window.dash_clientside.asReported = {
    sync: function (search, values, ids, storeIds, stored) {
      const context = window.dash_clientside.callback_context;
      const none = window.dash_clientside.no_update;
      const fromAddress = context.triggered.length === 0 || context.triggered.some((item) => item.prop_id === "url.search");
      const asked = fromAddress ? site.read(search) : merged(window.location.search, ids, values, changedControls(context));
      const query = site.write(asked);
      const address = query ? "?" + query : "";
      if (!fromAddress && site.replaceNext && address !== window.location.search) {
        window.history.replaceState(window.history.state, "", window.location.pathname + address);
      }
      site.replaceNext = false;
      const controls = ids.map((id, index) => {
        const wanted = toControl(id.ctl, asked);
        return same(wanted, values[index]) ? none : wanted;
      });
      const stores = storeIds.map((id, index) => {
        const wanted = site.write(asked, site.rules().parts[id.q]);
        return wanted === stored[index] ? none : wanted;
      });
      window.setTimeout(site.settle, 0);
      return [controls, stores, fromAddress || address === window.location.search ? none : address];
    },

    closed: function (opened) {
      if (opened === false && site.read(window.location.search).incident) site.change({ incident: null });
      return window.dash_clientside.no_update;
    },

    clicked: function (data) {
      const point = data && data.points && data.points[0];
      if (point && point.customdata) {
        const [incident, first, last] = point.customdata;
        if (incident) site.change({ incident: incident });
        else if (first) site.change({ from: first, to: last });
      }
      return null;
    },

    zoomed: function (change) {
      if (!change || !("xaxis.range[0]" in change)) return window.dash_clientside.no_update;
      site.window(change["xaxis.range[0]"], change["xaxis.range[1]"]);
      return window.dash_clientside.no_update;
    },

    brushed: function (data) {
      const range = data && data.range && data.range.x;
      if (range) site.window(range[0], range[1]);
      return null;
    },
  };
})();
