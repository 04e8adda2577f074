// The table of provinces.

import { byId, element } from "./elements.js";
import { amount, part, points, rate, sign } from "./format.js";

/** How a change looks: its sign also stands in the text, so colour is never alone. */
export function tone(fraction) {
  const number = Number(fraction || 0);
  return number < 0 ? "falls" : number > 0 ? "rises" : "";
}

export function showRanking({ page, nation, names, chosen, onChoose }) {
  const table = byId("ranking");
  const unit = table.querySelector('[data-measure="value"]');
  unit.textContent = `To the US, ${sign(page.currency)}`;
  table.tBodies[0].replaceChildren(
    ...page.items.map((row) => rowOf(row, names, row.region === chosen, onChoose)),
  );
  table.tFoot.replaceChildren(
    ...nation.map((row) => rowOf(row, names, row.region === chosen, onChoose)),
  );
  table.hidden = false;
}

export function markSort(sort) {
  const [by, order] = sort.split(":");
  for (const header of byId("ranking").tHead.rows[0].cells) {
    const sorted = header.dataset.measure === by;
    header.setAttribute("aria-sort", sorted ? (order === "asc" ? "ascending" : "descending") : "none");
  }
}

export function markChosen(region) {
  for (const row of byId("ranking").querySelectorAll("tr[data-region]")) {
    row.classList.toggle("chosen", row.dataset.region === region);
    row.querySelector("button").setAttribute("aria-pressed", row.dataset.region === region);
  }
}

function rowOf(row, names, isChosen, onChoose) {
  const choose = () => onChoose(row.region);
  const classes = [isChosen ? "chosen" : "", row.status === "ok" ? "" : "remarked"].join(" ").trim();
  return element(
    "tr",
    { "data-region": row.region, "data-status": row.status, class: classes || null, on: { click: choose } },
    element("td", { class: "number rank" }, row.rank ? String(row.rank) : ""),
    element("th", { scope: "row" }, ...nameOf(row, names, isChosen)),
    cell(amount(row.value)),
    cell(rate(row.yoy), tone(row.yoy)),
    cell(part(row.share), "wide"),
    cell(part(row.exposure), "wide"),
    cell(points(row.contribution), "wide " + tone(row.contribution)),
    element("td", { class: "wide status" }, statusOf(row)),
  );
}

function nameOf(row, names, isChosen) {
  const chinese = names.get(row.region);
  const name = element(
    "button",
    { type: "button", class: "name", "aria-pressed": String(isChosen) },
    row.regionName || row.region,
  );
  return [
    name,
    chinese ? element("span", { lang: "zh", class: "chinese" }, chinese) : null,
    row.status === "ok" ? null : element("span", { class: "narrow" }, statusOf(row)),
  ].filter(Boolean);
}

function statusOf(row) {
  const reasons = (row.reasons || []).join("; ");
  return element(
    "span",
    { title: reasons || null, class: "remark" },
    element("span", { class: "status-" + row.status }, (row.status || "").replace("-", " ")),
    reasons ? element("span", { class: "reasons" }, " " + reasons) : null,
  );
}

function cell(text, classes = "") {
  return element("td", { class: ("number " + classes).trim() }, text);
}
