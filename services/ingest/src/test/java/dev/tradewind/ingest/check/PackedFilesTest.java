package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PackedFilesTest {
  private static final String FILE =
      "数据年月,商品编码,贸易伙伴编码,注册地编码,美元,\n" + "202507,39221000,502,44,\"1,234\",\n".repeat(50);

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] content() {
    return FILE.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void unpacksGzipOfSeveralMembers() throws IOException {
    byte[] first = gzip(content());
    byte[] second = gzip("202507,39221000,502,33,7,\n".getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);

    Checked checked = submission().file("a.csv", both).check();

    assertThat(checked.cells())
        .containsEntry("CN-GD 2025-07 USA 39221000", 50 * 123400L)
        .containsEntry("CN-ZJ 2025-07 USA 39221000", 700L);
  }

  @Property(tries = 100)
  void reportsGzipThatIsCutAnywhere(@ForAll @IntRange(min = 2, max = 10_000) int at)
      throws IOException {
    byte[] whole = gzip(content());
    byte[] cut = Arrays.copyOf(whole, 2 + at % (whole.length - 2));

    Checked checked = submission().file("a.csv", cut).check();

    assertThat(checked.accepted()).isFalse();
    assertThat(checked.codes()).contains("truncated-gzip");
  }

  @Property(tries = 300)
  void aDamagedFileIsAProblemOrTheSameDataNeverAnException(
      @ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(min = 1, max = 255) int change)
      throws IOException {
    byte[] bytes = gzip(content());
    bytes[at % bytes.length] ^= (byte) change;

    Checked checked = submission().file("a.csv", bytes).check();

    if (checked.accepted()) {
      assertThat(checked.cells())
          .containsOnly(java.util.Map.entry("CN-GD 2025-07 USA 39221000", 50 * 123400L));
    }
  }

  @Test
  void stopsAFileThatUnpacksWithoutEnd() throws IOException {
    byte[] bomb = gzip((FILE + "0".repeat(1 << 26)).getBytes(StandardCharsets.UTF_8));

    Checked checked = submission().file("a.csv", bomb).check();

    assertThat(checked.codes()).containsAnyOf("zip-bomb", "malformed-csv");
    assertThat(checked.accepted()).isFalse();
  }

  @Test
  void stopsAFileWhoseRowsUnpackWithoutEnd() throws IOException {
    String rows = "202507,39221000,502,44,1,\n".repeat(2_000_000);
    byte[] bomb = gzip((FILE + rows).getBytes(StandardCharsets.UTF_8));

    Checked checked = submission().maxRows(10_000_000).file("a.csv", bomb).check();

    assertThat(checked.codes()).contains("zip-bomb");
  }
}
