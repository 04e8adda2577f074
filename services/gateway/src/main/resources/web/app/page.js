// Loads what the reader chose and shows it; a panel whose service fails says so and leaves the others alone.

import { getAll, getJson } from "./api.js";
import { byId, element, figures } from "./elements.js";
import { money, part, rate } from "./format.js";
import { readChoice, showChoice, writeChoice } from "./choice.js";
import { showPeriods } from "./periods.js";
import { showNotes } from "./notes.js";
import { markChosen, markSort, showRanking, tone } from "./ranking.js";
import { commonReasons, withOwnReasons } from "./reasons.js";
import { showBars } from "./bars.js";
import { showSeries } from "./series.js";
import { showAlerts } from "./alerts.js";
import { download } from "./download.js";
import { loadBriefing } from "./briefing.js";
import { loadEvents } from "./events.js";
import { empty, failed, loading, shown } from "./states.js";

const PARTNER = "USA";
const REFRESH_MILLIS = 60_000;
const RETRY_MILLIS = 5_000;

const choice = readChoice();
let current = null;
let names = new Map();
let loads = new AbortController();
let timer;

export function start() {
  showChoice(choice);
  for (const name of ["period", "window", "sort"]) {
    byId(name).addEventListener("change", (event) => {
      choice[name] = event.target.value;
      load();
    });
  }
  byId("lang").addEventListener("change", (event) => {
    choice.lang = event.target.value;
    load();
  });
  byId("selectors").addEventListener("submit", (event) => event.preventDefault());
  byId("bars-measure").addEventListener("change", () => current && bars());
  byId("csv").addEventListener("click", save);
  document.addEventListener("submission-applied", () => load());
  document.addEventListener("alert-acknowledged", () => load());
  document.addEventListener("visibilitychange", () => document.hidden || load());
  loading(byId("ranking-state"));
  loading(byId("alerts-state"));
  loadNames();
  loadEvents().then(load);
}

/** The article of the same months. */
function article(signal) {
  const { partner, period, window } = parameters();
  return loadBriefing({ partner, period, window, lang: choice.lang }, signal);
}

/** The table's own parameters, also those of its download. */
function parameters() {
  const [by, order] = choice.sort.split(":");
  return { partner: PARTNER, period: choice.period, window: choice.window, by, order };
}

async function load() {
  clearTimeout(timer);
  loads.abort();
  loads = new AbortController();
  const { signal } = loads;
  writeChoice(choice);
  markSort(choice.sort);
  byId("ranking").setAttribute("aria-busy", "true");
  const done = await Promise.all([loadTable(signal), loadAlerts(signal), article(signal)]).catch((failure) => {
    if (failure.name !== "AbortError") {
      throw failure;
    }
  });
  if (done) {
    byId("ranking").setAttribute("aria-busy", "false");
    timer = setTimeout(load, done.every(Boolean) ? REFRESH_MILLIS : RETRY_MILLIS);
  }
}

async function loadTable(signal) {
  const { by, order, ...series } = parameters();
  try {
    const [page, nation, months] = await Promise.all([
      getJson("/rankings", { ...series, by, order }, signal),
      getJson("/indicators", { ...series, region: "CN" }, signal),
      getAll("/exports", { by: "period", partner: PARTNER }, signal),
    ]);
    current = {
      page: { ...page, items: withOwnReasons(page, page.items), common: commonReasons(page) },
      nation: withOwnReasons(page, nation.items),
      periods: months.map((item) => item.period),
    };
    return showTable(signal);
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    current = null;
    byId("headline").textContent = "The figures cannot be shown.";
    byId("notes").replaceChildren();
    byId("ranking").hidden = true;
    byId("yoy-chart").hidden = true;
    byId("csv").disabled = true;
    figures(byId("nation"), []);
    failed(byId("ranking-state"), failure);
    return false;
  }
}

function showTable(signal) {
  const { page, nation, periods } = current;
  showPeriods(periods, page.period);
  showNotes(page, page.items);
  const nothing = page.items.length === 0;
  for (const id of ["ranking", "series", "bars"]) {
    byId(id).hidden = nothing;
  }
  byId("csv").disabled = nothing;
  if (nothing) {
    figures(byId("nation"), []);
    empty(byId("ranking-state"), "There is nothing to show.", page.reason, ...howToSend());
    return false;
  }
  shown(byId("ranking-state"));
  showRanking({ page, nation, names, chosen: choice.region, onChoose: choose });
  nationFigures(nation[0]);
  bars();
  loadSeries(signal);
  byId("freshness").textContent = `Submission ${page.applySeq} applied. Read at ${new Date().toLocaleTimeString()}.`;
  return true;
}

function howToSend() {
  const target = `${location.origin}/api/v1/submissions`;
  return [
    element("p", { class: "quiet" }, "Customs files are sent like this; the page shows them when they have been applied:"),
    element("pre", {}, `curl -F file=@export.csv ${target}`),
  ];
}

function nationFigures(row) {
  figures(
    byId("nation"),
    row
      ? [
          ["China to the US", money(row.value, row.currency)],
          ["A year before", money(row.baseValue, row.currency)],
          ["Year on year", rate(row.yoy), tone(row.yoy)],
          ["Of all its exports to the world", part(row.exposure)],
        ]
      : [],
  );
}

function bars() {
  showBars(current.page.items, byId("bars-measure").value, choose);
}

function choose(region) {
  choice.region = region;
  writeChoice(choice);
  markChosen(region);
  loadSeries(loads.signal);
}

async function loadSeries(signal) {
  const rows = current ? [...current.page.items, ...current.nation] : [];
  const row = rows.find((candidate) => candidate.region === choice.region);
  if (!row) {
    return;
  }
  try {
    const region = row.region === "CN" ? undefined : row.region;
    const items = await getAll("/exports", { by: "period", region, partner: PARTNER }, signal);
    if (row.region === choice.region) {
      showSeries({ row, items, page: current.page, chinese: names.get(row.region) });
    }
  } catch (failure) {
    if (failure.name !== "AbortError") {
      byId("series-chart").hidden = true;
      failed(byId("series-state"), failure);
    }
  }
}

async function loadAlerts(signal) {
  try {
    const open = await Promise.all(["firing", "acknowledged"].map((state) => getAll("/alerts", { state }, signal)));
    await showAlerts(open.flat(), choose);
    return true;
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    byId("alerts").replaceChildren();
    failed(byId("alerts-state"), failure);
    return false;
  }
}

/** Chinese names; the page is whole without them. */
async function loadNames() {
  try {
    const regions = await getAll("/regions");
    names = new Map(regions.map((region) => [region.code, region.nameZh]));
    if (current && current.page.items.length > 0) {
      showTable(loads.signal);
    }
  } catch {
    names = new Map();
  }
}

async function save() {
  const button = byId("csv");
  button.disabled = true;
  try {
    await download({ ...parameters(), period: current?.page.period || choice.period });
  } catch (failure) {
    failed(byId("ranking-state"), failure);
  } finally {
    button.disabled = false;
  }
}
