// The policy timeline beside a series: what happened in which month.

import { getAll } from "./api.js";
import { byId, element } from "./elements.js";

let timeline = [];

/** Loaded once; a series is whole without it. */
export async function loadEvents() {
  try {
    timeline = await getAll("/events");
  } catch {
    timeline = [];
  }
}

/** The events that begin in the months of a series, in order. */
export function eventsIn(months) {
  const known = new Set(months.map(({ period }) => period));
  return timeline.filter((event) => known.has(event.period));
}

/** What happened in that month, one line each. */
export function eventsOf(period) {
  return timeline.filter((event) => event.period === period).map((event) => `${event.date}: ${event.titleEn}`);
}

/** The same as text, for whoever does not read the chart. */
export function listEvents(months) {
  byId("series-events").replaceChildren(
    ...eventsIn(months).map((event) =>
      element("li", { "data-event": event.id, title: event.titleZh }, `${event.date}: ${event.titleEn}`),
    ),
  );
}
