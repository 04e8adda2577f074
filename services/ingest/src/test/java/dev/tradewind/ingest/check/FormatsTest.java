package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatsTest {
  private static final List<SampleRow> ROWS =
      List.of(
          new SampleRow(YearMonth.of(2025, 7), "CN-GD", "USA", "39221000", 6399447800L, 3, "千克"),
          new SampleRow(YearMonth.of(2025, 6), "CN-SN", "GEO", "01012100", 50L, 0, ""));

  /** Every format that is text, in every encoding: the cells of the table in README.md. */
  static Stream<Arguments> cells() {
    return Arrays.stream(SampleFormat.values())
        .flatMap(
            format ->
                Arrays.stream(SampleEncoding.values())
                    .map(encoding -> Arguments.of(format, encoding)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void readsEveryFormatInEveryEncodingAndPacking(SampleFormat format, SampleEncoding encoding) {
    byte[] file = encoding.bytes(format.text(ROWS, new Random(1)));

    for (SamplePacking packing : SamplePacking.values()) {
      Checked checked = submission().file("a", packing.pack(file)).check();

      assertThat(checked.cells())
          .containsExactlyInAnyOrderEntriesOf(SampleRow.cells(ROWS, format.national()));
      assertThat(checked.report().files().get(0).format()).isEqualTo(format.id());
    }
  }
}
