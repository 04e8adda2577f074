// The chart library, only the parts we draw with, in the page's own colours.

import * as echarts from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([
  BarChart,
  LineChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
]);

const drawn = new Map();

/** Draws into the place, and again when its size or the colour scheme changes. */
export function draw(place, options, onClick) {
  place.hidden = false;
  const chart = drawn.get(place)?.chart || create(place);
  drawn.set(place, { chart, options });
  chart.off("click");
  if (onClick) {
    chart.on("click", onClick);
  }
  chart.resize();
  chart.setOption(options(colours()), true);
}

function create(place) {
  const chart = echarts.init(place, null, { renderer: "canvas" });
  new ResizeObserver(() => chart.resize()).observe(place);
  return chart;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    text: of("--text"),
    quiet: of("--quiet"),
    line: of("--line"),
    panel: of("--panel"),
    accent: of("--accent"),
    falls: of("--falls"),
    rises: of("--rises"),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/** The tooltip drawn on the canvas: one of HTML would need inline styles, which the policy forbids. */
export function tooltip(colour) {
  return {
    renderMode: "richText",
    backgroundColor: colour.panel,
    borderColor: colour.line,
    textStyle: { color: colour.text, fontFamily: colour.font, fontSize: 13 },
    confine: true,
  };
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const { chart, options } of drawn.values()) {
    chart.setOption(options(colours()), true);
  }
});
