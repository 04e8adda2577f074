// Saves the table as the service writes it, so that the file and the page cannot differ in what they count.

import { element } from "./elements.js";
import { getCsv } from "./api.js";

export async function download(parameters) {
  const blob = await getCsv("/rankings", parameters);
  const address = URL.createObjectURL(blob);
  const name = ["tradewind", parameters.partner, parameters.period, parameters.window].filter(Boolean).join("-");
  element("a", { href: address, download: name.toLowerCase() + ".csv" }).click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
