// The periods that can be chosen.

import { byId, element } from "./elements.js";
import { month } from "./format.js";

/** Newest first; the shown one is always among them. */
export function showPeriods(periods, shown) {
  const all = [...new Set([...periods, shown])].filter(Boolean).sort().reverse();
  const select = byId("period");
  const known = [...select.options].map((option) => option.value);
  if (known.join() !== all.join()) {
    select.replaceChildren(
      ...all.map((period) => element("option", { value: period }, month(period))),
    );
  }
  select.value = shown || "";
  select.disabled = all.length === 0;
}
