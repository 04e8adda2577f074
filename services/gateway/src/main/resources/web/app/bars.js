// All provinces side by side, in the table's order.

import { byId } from "./elements.js";
import { draw, tooltip } from "./chart.js";
import { isMissing, points, rate } from "./format.js";
import { empty, shown } from "./states.js";

const MEASURES = {
  yoy: { format: rate, title: "Year-on-year change", widest: 1 },
  contribution: { format: points, title: "Contribution to national growth", widest: Infinity },
};

const ROW = 19;

export function showBars(rows, measureName, onChoose) {
  const measure = MEASURES[measureName];
  const known = rows.filter((row) => !isMissing(row[measureName]));
  const place = byId("yoy-chart");
  if (known.length === 0) {
    place.hidden = true;
    empty(byId("bars-state"), "Nothing to compare.", "No province has this figure in the chosen window.");
    return;
  }
  shown(byId("bars-state"));
  place.style.height = `${known.length * ROW + 4}px`;
  place.setAttribute("aria-label", summary(known, measureName, measure));
  draw(place, (colour) => options(known, measureName, measure, colour), (event) =>
    onChoose(known[event.dataIndex].region),
  );
}

function summary(rows, name, measure) {
  const said = rows.map((row) => `${row.regionName} ${measure.format(row[name])}`);
  return `${measure.title}: ${said.join(", ")}`;
}

/** A few tiny provinces can multiply; bars end where the others can still be told apart, their labels tell the truth. */
function axis(values, widest) {
  const low = Math.max(Math.min(...values, 0), -widest);
  const high = Math.min(Math.max(...values, 0), widest);
  const room = (high - low || 0.01) * 0.36;
  return { min: low < 0 ? low - room : 0, max: high > 0 ? high + room : 0, low, high };
}

function options(rows, name, measure, colour) {
  const values = rows.map((row) => Number(row[name]));
  const { min, max, low, high } = axis(values, measure.widest);
  return {
    animation: false,
    textStyle: { fontFamily: colour.font },
    grid: { left: 100, right: 8, top: 2, bottom: 2 },
    tooltip: {
      ...tooltip(colour),
      trigger: "item",
      formatter: ({ dataIndex }) => `${rows[dataIndex].regionName}: ${measure.format(values[dataIndex])}`,
    },
    xAxis: {
      type: "value",
      min,
      max,
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => row.regionName),
      axisLabel: { color: colour.text, interval: 0, fontSize: 12 },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [
      {
        type: "bar",
        barWidth: "62%",
        cursor: "pointer",
        data: values.map((value) => ({
          value: Math.max(low, Math.min(high, value)),
          itemStyle: { color: value < 0 ? colour.falls : colour.rises },
          label: { position: value < 0 ? "left" : "right" },
        })),
        label: {
          show: true,
          color: colour.text,
          fontSize: 11,
          formatter: ({ dataIndex }) => measure.format(values[dataIndex]),
        },
      },
    ],
  };
}
