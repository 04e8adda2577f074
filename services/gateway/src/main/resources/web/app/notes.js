// What must be known before a figure is believed: what the data are, what they cover, what is missing.

import { byId, element } from "./elements.js";
import { month, sign, span, yearBefore } from "./format.js";

export function showNotes(page, rows) {
  showHeadline(page);
  showBadge(byId("data-label"), (page.labels || []).join(", "));
  showBadge(byId("partial"), page.partial);
  const isOlder = page.newestPeriod && page.period && page.newestPeriod > page.period;
  byId("newest").textContent = isOlder ? `Newest: ${month(page.newestPeriod)}.` : "";
  byId("notes").replaceChildren(...notes(page, rows).map((text) => element("li", {}, text)));
}

function showHeadline(page) {
  const headline = byId("headline");
  if (!page.period) {
    headline.textContent = "No figures yet.";
    return;
  }
  const now = span(page.period, page.window);
  const base = span(yearBefore(page.period), page.window);
  headline.textContent = `${now} against ${base}, in ${sign(page.currency)}.`;
}

function showBadge(badge, text) {
  badge.textContent = text || "";
  badge.hidden = !text;
}

const SAID = {
  hole: "Part of the window is not known, so there is no year-on-year",
  "not-comparable": "The two years do not cover the same",
  provisional: "Not yet final",
};

const FEW = 4;

function notes(page, rows) {
  const found = [];
  if ((page.labels || []).includes("modelled")) {
    found.push("These are modelled data, made to agree with published figures. They are not customs records.");
  }
  if (page.partial) {
    found.push(`Totals are ${page.partial}, not of all trade.`);
  }
  const lines = found.length ? [found.join(" ")] : [];
  if (page.common.length > 0) {
    lines.push(`For all provinces: ${page.common.join("; ")}.`);
  }
  return [...lines, ...Object.keys(SAID).flatMap((status) => remark(status, rows))];
}

/** Which provinces have the status, and why if it is one reason for all. */
function remark(status, rows) {
  const hit = rows.filter((row) => row.status === status);
  if (hit.length === 0) {
    return [];
  }
  const name = status.replace("-", " ");
  const who =
    hit.length <= FEW ? hit.map((row) => row.regionName).join(", ") : `${hit.length} of ${rows.length} provinces`;
  const reasons = new Set(hit.flatMap((row) => row.reasons || []));
  const why = reasons.size === 1 ? `: ${[...reasons][0]}` : "";
  return [`${name[0].toUpperCase()}${name.slice(1)}: ${who}. ${SAID[status]}${why}.`];
}
