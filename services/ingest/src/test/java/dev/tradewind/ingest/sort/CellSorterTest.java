package dev.tradewind.ingest.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellSorterTest {
  private static final int PRODUCT = CellKey.product("39221000");

  @TempDir Path folder = Path.of("");

  @Property(tries = 200)
  void sumsAndSortsHoweverLittleFitsIntoMemory(
      @ForAll @Size(max = 300) List<@IntRange(max = 40) Integer> cells,
      @ForAll @IntRange(min = 1, max = 50) int keysInMemory)
      throws IOException {
    Path runs = Files.createTempDirectory("runs");
    TreeMap<Integer, Long> expected = new TreeMap<>();
    TreeMap<Integer, Long> actual = new TreeMap<>();
    List<Integer> order = new ArrayList<>();

    try (CellSorter sorter = new CellSorter(keysInMemory, runs)) {
      long value = 1;
      for (int cell : cells) {
        expected.merge(cell, value, Long::sum);
        sorter.add(CellKey.of(cell % 3, cell, PRODUCT, cell, 0), 0, value++, 0);
      }
      try (Cells sorted = sorter.cells()) {
        while (sorted.next()) {
          order.add(sorted.region() * 100 + sorted.month());
          actual.put(sorted.partner(), sorted.value());
        }
      }
    }

    assertThat(actual).isEqualTo(expected);
    assertThat(order).isSorted();
    assertThat(runs).isEmptyDirectory();
    Files.delete(runs);
  }

  @Test
  void packsEveryPartOfACell() {
    long key =
        CellKey.of(
            30, CellKey.month(CellKey.of(0, 2039, 0, 0, 0)), CellKey.product("98"), 511, 500);

    assertThat(key).isPositive();
    assertThat(CellKey.region(key)).isEqualTo(30);
    assertThat(CellKey.month(key)).isEqualTo(2039);
    assertThat(CellKey.product(key)).isEqualTo("98");
    assertThat(CellKey.partner(key)).isEqualTo(511);
    assertThat(CellKey.file(key)).isEqualTo(500);
    assertThat(CellKey.product(CellKey.of(0, 0, CellKey.product("01012100"), 0, 0)))
        .isEqualTo("01012100");
  }

  @Test
  void addsUpFilesOfDifferentTradeModes() throws IOException {
    try (CellSorter sorter = new CellSorter(10, folder)) {
      sorter.add(CellKey.of(1, 1, PRODUCT, 1, 0), 0b01, 5, 0);
      sorter.add(CellKey.of(1, 1, PRODUCT, 1, 1), 0b10, 7, 0);

      try (Cells cells = sorter.cells()) {
        assertThat(cells.next()).isTrue();
        assertThat(cells.value()).isEqualTo(12);
        assertThat(cells.overlappingFile()).isEqualTo(-1);
        assertThat(cells.next()).isFalse();
      }
    }
  }

  @Test
  void seesFilesThatClaimTheSameCell() throws IOException {
    try (CellSorter sorter = new CellSorter(1, folder)) {
      sorter.add(CellKey.of(1, 1, PRODUCT, 1, 0), 0b01, 5, 0);
      sorter.add(CellKey.of(1, 1, PRODUCT, 1, 1), 0b10, 5, 0);
      sorter.add(CellKey.of(1, 1, PRODUCT, 1, 2), 0, 7, 0);

      try (Cells cells = sorter.cells()) {
        assertThat(cells.next()).isTrue();
        assertThat(cells.overlappingFile()).isEqualTo(2);
        assertThat(cells.firstFile()).isZero();
      }
      assertThat(sorter.spilledRuns()).isPositive();
    }
  }

  @Test
  void leavesDiscardedCellsOut() throws IOException {
    try (CellSorter sorter = new CellSorter(10, folder)) {
      sorter.add(CellKey.of(1, 1, PRODUCT, 1, 0), 0, 5, 0);
      sorter.add(CellKey.of(1, 1, PRODUCT, 2, 0), 0, 6, 0);
      sorter.discard(CellKey.of(1, 1, PRODUCT, 1, 0));

      try (Cells cells = sorter.cells()) {
        assertThat(cells.next()).isTrue();
        assertThat(cells.partner()).isEqualTo(2);
        assertThat(cells.next()).isFalse();
      }
    }
  }
}
