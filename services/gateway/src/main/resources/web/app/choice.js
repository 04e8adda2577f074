// What the reader chose. It stands in the page's address, so that a view can be linked.

import { byId } from "./elements.js";

const DEFAULTS = { period: "", window: "ytd", sort: "value:desc", region: "", lang: browserLanguage() };

function browserLanguage() {
  return (navigator.language || "").startsWith("zh") ? "zh" : "en";
}

export function readChoice() {
  const query = new URLSearchParams(location.search);
  const choice = {};
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    choice[name] = query.get(name) || fallback;
  }
  return choice;
}

export function writeChoice(choice) {
  const query = new URLSearchParams();
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    if (choice[name] !== fallback) {
      query.set(name, choice[name]);
    }
  }
  const text = query.toString();
  history.replaceState(null, "", text ? "?" + text : location.pathname);
}

/** Shows the choice in the selectors; an unknown value from the address falls back. */
export function showChoice(choice) {
  for (const name of ["window", "sort", "lang"]) {
    const select = byId(name);
    select.value = choice[name];
    if (select.selectedIndex < 0) {
      choice[name] = DEFAULTS[name];
      select.value = choice[name];
    }
  }
}
