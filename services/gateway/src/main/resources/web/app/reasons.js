// What holds for every row is said once, above the table; a row keeps what is its own.

/** The reasons common to all rows, without what the badges say already. */
export function commonReasons(page) {
  const said = new Set([page.partial, ...(page.labels || [])]);
  return shared(page.items).filter((reason) => !said.has(reason));
}

/** The rows with only their own reasons. */
export function withOwnReasons(page, rows) {
  const said = new Set([page.partial, ...(page.labels || []), ...shared(page.items)]);
  return rows.map((row) => ({ ...row, reasons: (row.reasons || []).filter((reason) => !said.has(reason)) }));
}

/** Of a single row nothing can be told to be common. */
function shared(rows) {
  if (rows.length < 2) {
    return [];
  }
  return (rows[0].reasons || []).filter((reason) => rows.every((row) => (row.reasons || []).includes(reason)));
}
