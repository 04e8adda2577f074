package dev.tradewind.ingest.problem;

import org.jspecify.annotations.Nullable;

/**
 * Everything that can be wrong with a submission, under stable codes. A problem of a whole file
 * rejects the submission in either mode; a problem of a row rejects it in strict mode and
 * quarantines the row in lenient mode; a warning does neither.
 */
public enum ProblemCode {
  ENCODING(
      "encoding",
      Scope.FILE,
      "Send the file as downloaded, or save it again as UTF-8 (in a spreadsheet: 'CSV UTF-8')."),
  TRUNCATED_GZIP("truncated-gzip", Scope.FILE, "Compress or download the file again and resend."),
  DAMAGED_ARCHIVE(
      "damaged-archive",
      Scope.FILE,
      "Pack the files again without a password, as an ordinary zip, and resend."),
  NESTED_ARCHIVE(
      "nested-archive", Scope.FILE, "Put the files themselves into one archive, and resend."),
  TOO_MANY_FILES("too-many-files", Scope.FILE, "Send the files as several submissions."),
  ZIP_BOMB("zip-bomb", Scope.FILE, "Send the file uncompressed, or in several parts."),
  TRUNCATED_FILE("truncated-file", Scope.FILE, "Download the file again; its end is missing."),
  UNKNOWN_FORMAT(
      "unknown-format",
      Scope.FILE,
      "Send the download of the customs query site as CSV, TSV or XLSX, its header line included."),
  MALFORMED_CSV("malformed-csv", Scope.FILE, "Look for a quote that is not closed near the line."),
  MALFORMED_FILE(
      "malformed-file", Scope.FILE, "The file is damaged; download or save it again, and resend."),
  MALFORMED_JSON(
      "malformed-json", Scope.ROW, "Write one object of texts and numbers on every line."),
  SOURCE_ERROR(
      "source-error", Scope.FILE, "Ask the source again; what came instead of data is its error."),
  MISSING_COLUMN(
      "missing-column", Scope.FILE, "Run the query again with that dimension ticked, and resend."),
  DUPLICATE_COLUMN("duplicate-column", Scope.FILE, "Remove one of the two columns and resend."),
  IMPORT_FILE(
      "import-file", Scope.FILE, "Tradewind reads exports only; run the query for exports."),
  MIXED_CURRENCY(
      "mixed-currency", Scope.FILE, "Send US dollar and renminbi files as separate submissions."),
  MISSING_CURRENCY(
      "missing-currency", Scope.FILE, "State the currency with ?currency=USD or ?currency=CNY."),
  NOT_EXPORTS(
      "not-exports", Scope.FILE, "Tradewind reads exports only; take out rows of other flows."),
  MIXED_REFERENCE(
      "mixed-reference",
      Scope.FILE,
      "Send figures of the nation as a whole and those of regions as separate files."),
  CURRENCY_MISMATCH(
      "currency-mismatch", Scope.FILE, "Correct or leave out ?currency; the file itself says it."),
  MISSING_PERIOD(
      "missing-period",
      Scope.FILE,
      "Tick 'monthly' in the query, or state the month with ?period=yyyy-mm."),
  TOO_MANY_COLUMNS(
      "too-many-columns", Scope.FILE, "Send only the table; an export has a dozen columns."),
  MIXED_NUMBERS(
      "mixed-numbers",
      Scope.FILE,
      "Write all numbers in one way, best as plain digits with a point: 63994478.50"),
  NO_ROWS("no-rows", Scope.FILE, "Check the query; a file without rows says nothing."),
  TOO_MANY_PRODUCTS(
      "too-many-products", Scope.FILE, "Check the column of the HS codes; no list has so many."),
  TOO_MANY_ROWS("too-many-rows", Scope.FILE, "Split the file and send the parts one by one."),
  TOO_MANY_PROBLEMS(
      "too-many-problems", Scope.FILE, "Correct the file; too little of it could be used."),
  SEVERAL_SHEETS(
      "several-sheets",
      Scope.FILE,
      "Save each sheet as a file of its own, and send them together."),
  TOO_LARGE_SHEET("too-large-sheet", Scope.FILE, "Save the sheet as CSV UTF-8 and send that."),
  MIXED_HS_LEVELS(
      "mixed-hs-levels",
      Scope.FILE,
      "Send a heading or its finer codes, not both: they would be added twice."),
  OVERLAP(
      "overlap",
      Scope.FILE,
      "Leave out one of the files, or query them by trade mode so that the parts add up."),

  ROW_SHAPE("row-shape", Scope.ROW, "Compare the line with the header: a comma or quote is off."),
  BAD_PERIOD("bad-period", Scope.ROW, "Write the month as yyyymm, such as 202507."),
  ANNUAL_PERIOD("annual-period", Scope.ROW, "Run the query by month; years are not added."),
  PERIOD_MISMATCH(
      "period-mismatch", Scope.ROW, "Leave out ?period: the file states its months itself."),
  UNKNOWN_REGION(
      "unknown-region", Scope.ROW, "Use the two-digit codes of the 31 provinces, such as 44."),
  DISTRICT_REGION(
      "district-region", Scope.ROW, "Run the query by province; districts are not added."),
  UNKNOWN_PARTNER(
      "unknown-partner", Scope.ROW, "Use the customs partner codes, such as 502 for the USA."),
  TOTAL_ROW("total-row", Scope.ROW, "Take out totals: Tradewind adds up the parts itself."),
  PARTIAL_ROW(
      "partial-row", Scope.ROW, "Ask for totals over customs procedures and modes of transport."),
  UNKNOWN_CURRENCY("unknown-currency", Scope.ROW, "Use USD or CNY."),
  UNKNOWN_SCALE("unknown-scale", Scope.ROW, "Give values in single units, UNIT_MULT 0."),
  DELETING_ROW(
      "deleting-row", Scope.ROW, "To take data back, withdraw the submission they came with."),
  BAD_STATUS("bad-status", Scope.ROW, "Use A, P or M, or another letter of CL_OBS_STATUS."),
  OUTSIDE_COVERAGE(
      "outside-coverage", Scope.ROW, "Correct ?coverage: the file holds more than it declares."),
  BAD_HS_CODE(
      "bad-hs-code",
      Scope.ROW,
      "Use HS codes of 2, 4, 6 or 8 digits; spreadsheets drop a leading zero."),
  NEGATIVE_VALUE("negative-value", Scope.ROW, "Exports are never negative; check the source."),
  NOT_A_NUMBER("not-a-number", Scope.ROW, "Write plain digits or thousands separators: 63,994,478"),
  AMBIGUOUS_NUMBER(
      "ambiguous-number",
      Scope.ROW,
      "Write plain digits, with a point before decimals: 1234 or 1.23"),
  TOO_MANY_DECIMALS("too-many-decimals", Scope.ROW, "Give at most two decimals."),
  VALUE_TOO_LARGE("value-too-large", Scope.ROW, "Check the unit: values are in single dollars."),

  ROW_LIMIT(
      "row-limit",
      Scope.WARNING,
      "The customs site cuts downloads at 10,000 rows: query smaller parts, such as single months."),
  ASSUMED_CURRENCY(
      "assumed-currency", Scope.WARNING, "State the currency with ?currency= if it is another."),
  MISSING_OBSERVATION(
      "missing-observation",
      Scope.WARNING,
      "Nothing to do: its cell, and its month beyond the listed cells, count as unknown."),
  LEADING_ZERO(
      "leading-zero",
      Scope.WARNING,
      "Nothing to do: a number's lost zero was put back. Format codes as text to keep it."),
  REPAIRED_TEXT(
      "repaired-text",
      Scope.WARNING,
      "Nothing to do if it was read as it is meant; the download itself needs no repair."),
  REPAIRED_NUMBER(
      "repaired-number",
      Scope.WARNING,
      "Nothing to do if it was read as it is meant; the download itself needs no repair."),
  TITLE_LINES("title-lines", Scope.WARNING, "Nothing to do if they are only titles."),
  BAD_QUANTITY("bad-quantity", Scope.WARNING, "The values were used; check the quantities."),
  EXPIRED_PARTNER("expired-partner", Scope.WARNING, "Nothing to do if the file is a current one."),
  NAME_CONFLICT("name-conflict", Scope.WARNING, "The code was trusted; check the name's column."),
  UNKNOWN_COLUMN("unknown-column", Scope.WARNING, "The column was left out; check its header."),
  NO_FINAL_LINE_END(
      "no-final-line-end", Scope.WARNING, "Check that the last line of the file is whole."),
  TRADE_MODE_FILTER(
      "trade-mode-filter",
      Scope.FILE,
      "Run the query without a filter on trade modes. If it had none, say so with ?coverage=modes:all."),
  UNIT_SLIP(
      "unit-slip",
      Scope.FILE,
      "Check the unit of the values (single, thousands, ten thousands) and send the file in single units."),
  VALUE_JUMP(
      "value-jump",
      Scope.WARNING,
      "Compare with the source; if it is right, there is nothing to do."),
  MISSING_MONTHS(
      "missing-months",
      Scope.WARNING,
      "Send the missing months too; until then they are unknown, not zero."),
  SUMMED_ROWS(
      "summed-rows",
      Scope.WARNING,
      "Nothing to do if the query was finer than the file's columns; otherwise look for rows pasted twice."),
  HS_EDITION(
      "hs-edition",
      Scope.WARNING,
      "Check the year: the code belongs to another edition of the Harmonized System.");

  private enum Scope {
    FILE,
    ROW,
    WARNING
  }

  private final String id;
  private final Scope scope;
  private final String advice;

  ProblemCode(String id, Scope scope, String advice) {
    this.id = id;
    this.scope = scope;
    this.advice = advice;
  }

  /** The stable code, such as {@code unknown-region}. */
  public String id() {
    return id;
  }

  /** What to do about it. */
  public String advice() {
    return advice;
  }

  /** How bad it is. */
  public Severity severity() {
    return scope == Scope.WARNING ? Severity.WARNING : Severity.ERROR;
  }

  /** The code of that id, or null. */
  public static @Nullable ProblemCode of(String id) {
    for (ProblemCode code : values()) {
      if (code.id.equals(id)) {
        return code;
      }
    }
    return null;
  }

  /** Whether it is of one row, which cannot be used then. */
  public boolean leavesRowOut() {
    return scope == Scope.ROW;
  }

  /** Whether it rejects the submission even in lenient mode. */
  public boolean rejectsFile() {
    return scope == Scope.FILE;
  }
}
