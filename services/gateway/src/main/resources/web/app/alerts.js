// What is open now: it fires, or somebody has taken it on.

import { sendJson } from "./api.js";
import { operator, prepareSilence } from "./alerting.js";
import { byId, element } from "./elements.js";
import { empty, failed, shown } from "./states.js";
import { money, rate, span } from "./format.js";
import { tone } from "./ranking.js";

const ORDER = { critical: 0, warning: 1 };

export async function showAlerts(alerts, onChoose) {
  const may = await operator;
  const sorted = [...alerts].sort(
    (one, other) =>
      (ORDER[one.severity] ?? 9) - (ORDER[other.severity] ?? 9) || Number(one.yoy) - Number(other.yoy),
  );
  byId("alerts").replaceChildren(...sorted.map((alert) => itemOf(alert, onChoose, may)));
  if (sorted.length === 0) {
    empty(byId("alerts-state"), "Nothing is firing.", "Rules are judged when a submission has been applied as a whole.");
  } else {
    shown(byId("alerts-state"));
  }
}

function itemOf(alert, onChoose, may) {
  return element(
    "li",
    { "data-region": alert.region, class: "alert-" + alert.severity },
    element("span", { class: "badge severity" }, alert.state === "acknowledged" ? "taken on" : alert.severity),
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
    may ? actions(alert) : "",
  );
}

function actions(alert) {
  const matchers = `region="${alert.region}",partner="${alert.partner}",rule="${alert.rule}"`;
  const silence = element("button", { type: "button", class: "small" }, "Silence …");
  silence.addEventListener("click", () => prepareSilence(matchers));
  return element("span", { class: "actions" }, alert.state === "firing" ? takeOn(alert) : "", silence);
}

function takeOn(alert) {
  const button = element("button", { type: "button", class: "small" }, "Acknowledge");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await sendJson("POST", `/alerts/${alert.id}/acknowledge`, {});
      document.dispatchEvent(new Event("alert-acknowledged"));
    } catch (failure) {
      button.disabled = false;
      failed(byId("alerts-state"), failure);
    }
  });
  return button;
}
