// What a preview says: what the files are, what is wrong, and what would change.

import { element, figures } from "./elements.js";
import { money } from "./format.js";

const MOST_SLICES = 400;

export function showPreview(place, preview) {
  const { change } = preview;
  const summary = element("dl", { class: "figures small" });
  figures(summary, [
    ["Verdict", preview.accepted ? "would be accepted" : "would be rejected", preview.accepted ? "" : "falls"],
    ["Rows", number(preview.rows)],
    ["Errors", number(preview.counts.errors)],
    ["Warnings", number(preview.counts.warnings)],
    ...(change
      ? [
          ["New cells", number(change.added)],
          ["Revised", number(change.revised)],
          ["Unchanged", number(change.unchanged)],
          ["Become zero", number(change.ended)],
        ]
      : []),
  ]);
  const problems = element("div");
  showProblems(problems, preview.problems, preview.counts.errors + preview.counts.warnings);
  place.replaceChildren(
    summary,
    ...preview.files.map(describe),
    problems,
    ...(change ? changes(change, preview.currency) : []),
  );
}

function describe(file) {
  const kind = [file.format ?? "no known format", file.encoding, file.currency, `${number(file.rows)} rows`];
  return element(
    "div",
    {},
    element("h3", {}, `${file.name}: ${kind.filter(Boolean).join(", ")}`),
    file.firstRows.length === 0
      ? null
      : table(
          ["Line", "Month", "Region", "Partner", "Product", "Mode", "Value"],
          file.firstRows.map((row) => [
            row.line, row.period, row.region, row.partner, row.product, row.tradeMode, row.value,
          ]),
        ),
  );
}

function changes(change, currency) {
  const rows = change.items
    .slice(0, MOST_SLICES)
    .map((slice) => [
      slice.period, slice.region, number(slice.added), number(slice.revised), number(slice.unchanged),
      number(slice.ended), money(slice.before, currency), money(slice.after, currency),
    ]);
  const left = change.items.length - rows.length;
  return [
    element("h3", {}, "What would change"),
    table(["Month", "Region", "New", "Revised", "Unchanged", "To zero", "Before", "After"], rows),
    left > 0 ? element("p", { class: "quiet" }, `And ${number(left)} more regions and months.`) : null,
    change.complete ? null : element("p", { class: "quiet" }, "There was not time enough to compare all of it."),
  ].filter(Boolean);
}

/** Problems as a table; nothing if there are none. */
export function showProblems(place, problems, all) {
  if (problems.length === 0) {
    place.replaceChildren();
    return;
  }
  const left = all - problems.length;
  place.replaceChildren(
    element("h3", {}, "Checks"),
    table(
      ["Severity", "Code", "File", "Line", "What", "What to do"],
      problems.map((problem) => [
        problem.severity, problem.code, problem.file, problem.line ?? "", problem.message, problem.advice,
      ]),
    ),
    left > 0 ? element("p", { class: "quiet" }, `And ${number(left)} more.`) : "",
  );
}

function table(heads, rows) {
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element(
        "tbody",
        {},
        ...rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, String(cell))))),
      ),
    ),
  );
}

function number(value) {
  return new Intl.NumberFormat("en").format(value);
}
