/* Search over the prebuilt index. Its rules of spelling come with it (dashboard/derive/text.py), so that a name is
   found here in the spellings in which the served site finds it. */

(function () {
  "use strict";

  const MOST = 200;
  const IN_NAME = 10;
  const { entries, words, rules } = window.asReportedIndex;
  const spellings = rules.spellings.map(([pattern, put]) => [new RegExp(pattern, "g"), put]);
  const consonants = new RegExp(rules.consonant, "g");
  const vowels = new Map(rules.vowels);
  const assimilated = new RegExp(`^(?:${rules.assimilated})$`);

  function fold(text) {
    let plain = text;
    for (const mark of rules.apostrophes) plain = plain.replaceAll(mark, "");
    plain = plain.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  function spelled(word) {
    if (!/^[a-z]+$/.test(word)) return word;
    let key = word;
    for (const [pattern, put] of spellings) key = key.replace(pattern, put);
    if ((key.match(consonants) || []).length >= rules.root) key = [...key].map((one) => vowels.get(one) || one).join("");
    return key === word ? key : spelled(key);
  }

  function isArticle(word, following, glued) {
    if (rules.articles.includes(word)) return true;
    const sound = assimilated.exec(word);
    return Boolean(sound && following.startsWith(sound[1]) && (glued || rules.alone.includes(word)));
  }

  /* The words asked for; those in quotes stand for themselves alone. */
  function terms(question) {
    const found = [];
    for (const part of question.matchAll(/["“”„«»]([^"“”„«»]*)["“”„«»]?|[^"“”„«»]+/g)) {
      const whole = part[1] !== undefined;
      const pieces = (whole ? part[1] : part[0]).split(/\s+/).flatMap((chunk) =>
        fold(chunk).split(" ").filter(Boolean).map((word, place) => ({ word, glued: place > 0, whole })));
      pieces.forEach((piece, place) => {
        const next = pieces[place + 1];
        if (!next || !isArticle(piece.word, next.word, next.glued)) found.push(piece);
      });
    }
    return found;
  }

  const stands = (key) => (Object.hasOwn(rules.under, key) ? rules.under[key] : key);
  const keys = [...new Set([...words.map((row) => row[1]), ...Object.keys(rules.under)])].filter(Boolean);

  /* The keys under which the names stand that a word may mean, and the names of several words. */
  function meant(asked, whole) {
    const key = spelled(asked);
    if (key.length < rules.leastKey) return new Set();
    const opened = !whole && key.length >= rules.openKey;
    const found = keys.filter((other) => other === key || (opened && other.startsWith(key)));
    return new Set([...found.map(stands), ...(Object.hasOwn(rules.together, key) ? rules.together[key] : [])]);
  }

  function holds(asked, names, [word, key], whole) {
    if (word === asked || (!whole && asked.length >= rules.open && word.startsWith(asked))) return true;
    return key !== "" && names.has(stands(key));
  }

  /* Entry numbers with their worth: words in a name count for more than words in what is told. */
  function search(question) {
    let kept = null;
    for (const { word, whole } of terms(question)) {
      const names = meant(word, whole);
      const worth = new Map();
      for (const row of words) {
        if (!holds(word, names, row, whole)) continue;
        const exact = row[0] === word ? 2 : 1;
        for (const entry of row[2]) worth.set(entry, Math.max(worth.get(entry) || 0, IN_NAME * exact));
        for (const entry of row[3]) worth.set(entry, Math.max(worth.get(entry) || 0, exact));
      }
      kept = kept ? new Map([...kept].filter(([entry]) => worth.has(entry)).map(([entry, sum]) => [entry, sum + worth.get(entry)])) : worth;
    }
    return kept && [...kept].sort(([one, a], [other, b]) => b - a || one - other).map(([entry]) => entries[entry]);
  }

  /* --- the page --------------------------------------------------------------------------------------------- */

  const form = document.getElementById("search");
  const field = document.getElementById("search-words");
  const said = document.getElementById("search-said");
  const list = document.getElementById("search-results");
  const top = document.documentElement.dataset.top;

  /* The name of an entry, and beside one that gentle mode holds back its other name. */
  function named(name, other) {
    const site = window.asReportedSite;
    if (!other) return [name];
    return [site.made("span", name, { className: "harm" }), site.made("span", other, { className: "instead" })];
  }

  function item([file, name, kind, other]) {
    const node = document.createElement("li");
    const link = document.createElement("a");
    const about = document.createElement("div");
    link.href = top + file;
    link.append(...named(name, other));
    about.className = "quiet";
    about.textContent = kind;
    node.append(link, about);
    return node;
  }

  function phrase(found) {
    if (!found) return said.dataset.sayAsk;
    if (found.length < 2) return found.length ? said.dataset.sayOne : said.dataset.sayNone;
    const words = found.length > MOST ? said.dataset.sayShown : said.dataset.sayMany;
    return words.replace("{n}", found.length.toLocaleString("en")).replace("{shown}", MOST);
  }

  function answer() {
    const found = search(field.value);
    list.replaceChildren(...(found || []).slice(0, MOST).map(item));
    said.textContent = field.value.trim() ? phrase(found) : "";
  }

  /* The question stands in the address, so that it can be kept and passed on. */
  function keep() {
    const asked = field.value.trim();
    try {
      window.history.replaceState(null, "", asked ? "?q=" + encodeURIComponent(asked) : window.location.pathname);
    } catch {
      /* A page from a disk may not change its address in every browser. */
    }
  }

  let waiting = 0;
  field.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => (answer(), keep()), 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
    keep();
  });
  field.setAttribute("aria-describedby", "search-rule");
  field.value = new URLSearchParams(window.location.search).get("q") || "";
  answer();
})();
