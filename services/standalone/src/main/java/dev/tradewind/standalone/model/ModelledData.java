package dev.tradewind.standalone.model;

import dev.tradewind.contracts.code.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Customs files of our own making, January 2020–August 2025, in the layout of the customs query
 * site. Their rows (eight-digit product × partner × province × month) add up to the figures of a
 * published analysis of exports to the US; what it leaves open is assumed. The same bytes every
 * time. Not official statistics: submit them with the label {@value #LABEL}.
 */
public final class ModelledData {
  /** How these data must be labelled wherever they show. */
  public static final String LABEL = "modelled";

  private final List<Province> provinces = Province.all();
  private final Map<String, List<Row>> files = new TreeMap<>();

  private ModelledData() {}

  /**
   * Writes the files, which belong into one submission.
   *
   * @param directory where to; created if absent
   * @return the files, each with a group of products over all months
   * @throws IOException if they cannot be written
   */
  public static List<Path> writeTo(Path directory) throws IOException {
    ModelledData data = new ModelledData();
    data.generate();
    Files.createDirectories(directory);
    List<Path> written = new ArrayList<>();
    for (var file : data.files.entrySet()) {
      Path path = directory.resolve("modelled-exports-usd-" + file.getKey() + ".csv.gz");
      file.getValue().sort(Row.ORDER);
      CustomsFile.write(path, file.getValue());
      written.add(path);
    }
    return written;
  }

  private void generate() {
    Nation nation = new Nation(provinces);
    double[][] toUs = MonthlyTotals.of(provinces, nation, true);
    double[][] elsewhere = MonthlyTotals.of(provinces, nation, false);
    for (int p = 0; p < provinces.size(); p++) {
      Province province = provinces.get(p);
      Mix mix = new Mix(province.region());
      List<Cell> us = Cell.fit(mix.toUs(), province.us2024(), province.us2025());
      List<Cell> rest = Cell.fit(mix.elsewhere(), province.rest2024(), province.rest2025());
      add(province, us, MonthlyCells.of(us, toUs[p], true, province.region()));
      add(province, rest, MonthlyCells.of(rest, elsewhere[p], false, province.region()));
    }
  }

  private void add(Province province, List<Cell> cells, long[][] months) {
    Region region = Objects.requireNonNull(Region.of(province.region()), province.region());
    for (int m = 0; m < months.length; m++) {
      for (int c = 0; c < cells.size(); c++) {
        Product product = cells.get(c).product();
        String code = product.codeIn(Months.year(m));
        if (code != null && months[m][c] > 0) {
          files
              .computeIfAbsent(product.file(), file -> new ArrayList<>())
              .add(new Row(m, code, product, cells.get(c).market(), region, months[m][c]));
        }
      }
    }
  }
}
