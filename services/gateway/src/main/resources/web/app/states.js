// What a panel says when it has nothing to show yet, nothing at all, or a problem.

import { element } from "./elements.js";

export function loading(place, text = "Loading …") {
  place.replaceChildren(element("p", { class: "quiet" }, text));
  place.hidden = false;
}

export function empty(place, title, reason, ...hints) {
  place.replaceChildren(
    element("p", { class: "strong" }, title),
    reason ? element("p", {}, reason) : "",
    ...hints,
  );
  place.hidden = false;
}

export function failed(place, problem) {
  place.replaceChildren(
    element("p", { class: "strong falls" }, problem.message),
    problem.detail ? element("p", {}, problem.detail) : "",
    problem.advice ? element("p", { class: "quiet" }, problem.advice) : "",
  );
  place.hidden = false;
}

export function shown(place) {
  place.replaceChildren();
  place.hidden = true;
}
