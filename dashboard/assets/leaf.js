/* A part of a page that no callback names (leaves.py): [tag, properties, ...what it holds], drawn by React alone. */

(function () {
  "use strict";

  /* Properties that lead somewhere: an address out of the data must not be a script. */
  const LEADING = { a: "href", form: "action", iframe: "src" };

  function given(tag, properties) {
    const name = LEADING[tag];
    if (!name || !properties[name]) return properties;
    return { ...properties, [name]: window.dash_clientside.clean_url(properties[name]) };
  }

  function drawn(part) {
    if (!Array.isArray(part)) return part;
    const [tag, properties, ...held] = part;
    return window.React.createElement(tag, given(tag, properties), ...held.map(drawn));
  }

  window.as_reported = { Leaf: ({ part }) => drawn(part) };
})();
