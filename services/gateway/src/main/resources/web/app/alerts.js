// What fires now.

import { byId, element } from "./elements.js";
import { empty, shown } from "./states.js";
import { money, rate, span } from "./format.js";
import { tone } from "./ranking.js";

const ORDER = { critical: 0, warning: 1 };

export function showAlerts(alerts, onChoose) {
  const sorted = [...alerts].sort(
    (one, other) =>
      (ORDER[one.severity] ?? 9) - (ORDER[other.severity] ?? 9) || Number(one.yoy) - Number(other.yoy),
  );
  byId("alerts").replaceChildren(...sorted.map((alert) => itemOf(alert, onChoose)));
  if (sorted.length === 0) {
    empty(byId("alerts-state"), "Nothing is firing.", "Rules are judged when a submission has been applied as a whole.");
  } else {
    shown(byId("alerts-state"));
  }
}

function itemOf(alert, onChoose) {
  return element(
    "li",
    { "data-region": alert.region, class: "alert-" + alert.severity },
    element("span", { class: "badge severity" }, alert.severity),
    element(
      "button",
      { type: "button", class: "name", on: { click: () => onChoose(alert.region) } },
      alert.regionName || alert.region,
    ),
    element("strong", { class: "number " + tone(alert.yoy) }, rate(alert.yoy)),
    element(
      "p",
      { class: "quiet" },
      `${money(alert.value, alert.currency)} after ${money(alert.baseValue, alert.currency)}, `,
      alert.period ? span(alert.period, alert.window) : "",
      `. ${alert.ruleName || alert.rule}.`,
    ),
  );
}
