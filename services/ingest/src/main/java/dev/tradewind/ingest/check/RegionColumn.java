package dev.tradewind.ingest.check;

import dev.tradewind.contracts.code.Region;
import dev.tradewind.ingest.format.Dimension;
import dev.tradewind.ingest.format.Header;
import dev.tradewind.ingest.format.RawRow;
import dev.tradewind.ingest.problem.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the region of a row, by code, or by name where the file has no codes. */
final class RegionColumn {
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Set<String> conflicts = new HashSet<>();
  private final Dimension source;
  private final boolean named;
  private final DeclaredCoverage.@Nullable Codes declared;
  private final RowReporter reporter;

  RegionColumn(Header header, DeclaredCoverage coverage, RowReporter reporter) {
    boolean coded = header.has(Dimension.REGION);
    this.source = coded ? Dimension.REGION : Dimension.REGION_NAME;
    this.named = coded && header.has(Dimension.REGION_NAME);
    this.declared = coverage.regions();
    this.reporter = reporter;
  }

  /** The region's place in the code book; −1 if it is none, which is reported then. */
  int read(RawRow row) {
    String text = row.get(source);
    Integer place = known.get(text);
    int region = place != null ? place : readNew(text, row);
    if (named && region >= 0) {
      compareName(region, text, row);
    }
    return region;
  }

  private int readNew(String text, RawRow row) {
    Region region = region(text);
    if (region == null) {
      boolean district = text.matches("\\d{5}") && Region.ofGacc(text.substring(0, 2)) != null;
      reporter.report(
          district ? ProblemCode.DISTRICT_REGION : ProblemCode.UNKNOWN_REGION,
          row,
          source,
          text,
          "'" + text + "' is " + (district ? "a district" : "none of the 31 regions"));
      return -1;
    }
    if (declared != null && !declared.contains(region.code())) {
      reporter.report(
          ProblemCode.OUTSIDE_COVERAGE,
          row,
          source,
          text,
          region.code() + " is not among the declared regions");
      return -1;
    }
    int place = CodeBook.place(region);
    known.put(text, place);
    return place;
  }

  private static @Nullable Region region(String text) {
    Region region = Region.ofGacc(text);
    region = region == null ? Region.of(text) : region;
    return region == null ? Region.named(text) : region;
  }

  /** A name that belongs to another region is a conflict; one that is not known says nothing. */
  private void compareName(int place, String code, RawRow row) {
    String name = row.get(Dimension.REGION_NAME);
    if (name.isEmpty() || name.equals(names.put(place, name))) {
      return;
    }
    Region other = Region.named(name);
    if (other != null
        && CodeBook.place(other) != place
        && conflicts.add(CodeBook.region(place) + name)) {
      reporter.report(
          ProblemCode.NAME_CONFLICT,
          row,
          Dimension.REGION_NAME,
          name,
          "code " + code + " is " + CodeBook.region(place) + ", but the name is " + other.code());
    }
  }
}
