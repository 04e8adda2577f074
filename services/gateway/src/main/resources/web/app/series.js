// One province month by month.

import { byId, figures } from "./elements.js";
import { draw, tooltip } from "./chart.js";
import { eventsIn, eventsOf, listEvents } from "./events.js";
import { amount, money, month, part, points, rate } from "./format.js";
import { empty, shown } from "./states.js";
import { tone } from "./ranking.js";

export function showSeries({ row, items, page, chinese }) {
  const name = row.regionName || row.region;
  byId("series-title").textContent = `${name}${chinese ? " " + chinese : ""} to the US, by month`;
  const place = byId("series-chart");
  if (items.length === 0) {
    place.hidden = true;
    empty(byId("series-state"), "No months are known.");
    return;
  }
  shown(byId("series-state"));
  const months = fill(items);
  place.setAttribute("aria-label", summary(name, months, page));
  draw(place, (colour) => options(months, page, colour));
  showFigures(row);
  listEvents(months);
}

function showFigures(row) {
  figures(byId("series-figures"), [
    ["To the US", money(row.value, row.currency)],
    ["A year before", money(row.baseValue, row.currency)],
    ["Year on year", rate(row.yoy), tone(row.yoy)],
    ["Share of the nation's", part(row.share)],
    ["Exposure", part(row.exposure)],
    ["Contribution", points(row.contribution), tone(row.contribution)],
    ...(row.reasons && row.reasons.length ? [["Remarks", row.reasons.join("; "), "remarks"]] : []),
  ]);
}

/** Every month from the first to the last: a month that is not known is a gap in the line, never a zero. */
function fill(items) {
  const values = new Map(items.map((item) => [item.period, item.value]));
  const periods = [...values.keys()].sort();
  const months = [];
  for (let period = periods[0]; period <= periods[periods.length - 1]; period = next(period)) {
    months.push({ period, value: values.has(period) ? Number(values.get(period)) : null });
  }
  return months;
}

function next(period) {
  const [year, number] = period.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

function summary(name, months, page) {
  const last = months[months.length - 1];
  return `${name}: ${months.length} months up to ${month(last.period)}, then ${money(last.value, page.currency)}`;
}

/** The month's figure, and what happened in it. */
function tip({ period, value }, page) {
  return [`${month(period)}: ${money(value, page.currency)}`, ...eventsOf(period)].join("\n");
}

function options(months, page, colour) {
  const from = page.window === "ytd" ? page.period.slice(0, 4) + "-01" : page.period;
  return {
    animation: false,
    textStyle: { fontFamily: colour.font },
    grid: { left: 56, right: 14, top: 12, bottom: 26 },
    tooltip: {
      ...tooltip(colour),
      trigger: "axis",
      formatter: ([point]) => tip(months[point.dataIndex], page),
    },
    xAxis: {
      type: "category",
      data: months.map(({ period }) => period),
      boundaryGap: false,
      axisLabel: {
        color: colour.quiet,
        interval: (index, period) => period.endsWith("-01"),
        formatter: (period) => period.slice(0, 4),
      },
      axisTick: { interval: (index, period) => period.endsWith("-01") },
      axisLine: { lineStyle: { color: colour.line } },
    },
    yAxis: {
      type: "value",
      min: 0,
      axisLabel: { color: colour.quiet, formatter: (value) => amount(value).replace(/\.0+(?= )/, "") },
      splitLine: { lineStyle: { color: colour.line } },
      splitNumber: 3,
    },
    series: [
      {
        type: "line",
        data: months.map(({ value }) => value),
        symbol: "circle",
        symbolSize: 4,
        showSymbol: months.length < 25,
        lineStyle: { width: 2, color: colour.accent },
        itemStyle: { color: colour.accent },
        markArea: {
          silent: true,
          itemStyle: { color: colour.accent, opacity: 0.12 },
          data: [[{ xAxis: from }, { xAxis: page.period }]],
        },
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: colour.quiet, type: "dashed", width: 1, opacity: 0.6 },
          // One line a month, however much happened in it.
          data: [...new Set(eventsIn(months).map(({ period }) => period))].map((period) => ({ xAxis: period })),
        },
      },
    ],
  };
}
