package dev.tradewind.standalone.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The files read anew, by a reader that shares nothing with the writer, and sums over them. */
final class CustomsRows {
  static final String US = "502";

  /** One row; {@code hs} is the code as written in the file. */
  record Row(int period, String hs, String partner, String region, long value) {
    boolean in(String... prefixes) {
      return Arrays.stream(prefixes).anyMatch(hs::startsWith);
    }
  }

  final List<Row> rows = new ArrayList<>();

  CustomsRows(List<Path> files) throws IOException {
    for (Path file : files) {
      List<String> lines = text(file).lines().toList();
      lines.stream().skip(1).map(CustomsRows::parse).forEach(rows::add);
    }
  }

  static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), Charset.forName("GB18030"));
    }
  }

  static Set<Integer> months(int year, int last) {
    return Set.copyOf(IntStream.rangeClosed(1, last).mapToObj(m -> year * 100 + m).toList());
  }

  /** US$ billion. */
  double sum(Set<Integer> periods, Predicate<Row> filter) {
    return rows.stream()
            .filter(row -> periods.contains(row.period))
            .filter(filter)
            .mapToDouble(Row::value)
            .sum()
        / 1e9;
  }

  static Predicate<Row> region(String... gacc) {
    Set<String> regions = Set.of(gacc);
    return row -> regions.contains(row.region);
  }

  static Predicate<Row> toUs() {
    return row -> row.partner.equals(US);
  }

  static Predicate<Row> to(String... partners) {
    return row -> Arrays.asList(partners).contains(row.partner);
  }

  static Predicate<Row> hs(String... prefixes) {
    return row -> row.in(prefixes);
  }

  static Predicate<Row> all() {
    return row -> true;
  }

  private static Row parse(String line) {
    String[] fields = line.substring(1, line.length() - 2).split("\",\"");
    if (fields.length != 12) {
      throw new IllegalArgumentException(line);
    }
    return new Row(
        Integer.parseInt(fields[0]),
        fields[1],
        fields[3],
        fields[5],
        Long.parseLong(fields[11].replace(",", "")));
  }
}
