package dev.tradewind.ingest.check;

import static dev.tradewind.ingest.check.Checked.submission;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ingest.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArchiveTest {
  private static final String HEADER = "period,region,partner,hs,value,currency\n";

  private static byte[] file(String row) {
    return (HEADER + row + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static final byte[] JUNE = file("2025-06,CN-GD,USA,39221000,5,USD");
  private static final byte[] JULY = file("2025-07,CN-GD,USA,39221000,7,USD");

  private static Checked check(byte[] file) {
    return submission().file("sent.zip", file).check();
  }

  @Test
  void readsSeveralFilesOfOneArchiveAsFilesOfOneSubmission() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("2025/june.csv", JUNE);
    files.put("2025/", new byte[0]);
    files.put("2025/july.csv.gz", SamplePacking.GZIP.pack(JULY));
    files.put("__MACOSX/2025/._june.csv", new byte[] {0, 5, 22, 7});
    files.put("2025/.DS_Store", new byte[] {0, 0, 0, 1});

    Checked checked = check(SamplePacking.zip(files));

    assertThat(checked.cells())
        .containsOnlyKeys("CN-GD 2025-06 USA 39221000", "CN-GD 2025-07 USA 39221000");
    assertThat(checked.report().coverage())
        .extracting(box -> box.file())
        .containsExactly("sent.zip/2025/june.csv", "sent.zip/2025/july.csv.gz");
    assertThat(checked.report().files()).hasSize(1);
    assertThat(checked.report().files().get(0).rows()).isEqualTo(2);
  }

  @Test
  void namesTheFileOfAProblem() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("june.csv", JUNE);
    files.put("bad.csv", file("2025-07,CN-GD,USA,39221000,x,USD"));

    Checked checked = check(SamplePacking.zip(files));

    assertThat(checked.codes()).containsExactly("not-a-number");
    assertThat(checked.problem().file()).isEqualTo("sent.zip/bad.csv");
    assertThat(checked.problem().line()).isEqualTo(2);
  }

  @Test
  void seesFilesThatClaimTheSameCell() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.csv", JUNE);
    files.put("b.csv", JUNE);

    assertThat(check(SamplePacking.zip(files)).codes()).containsExactly("overlap");
  }

  @Test
  void makesNamesHarmless() {
    Checked checked = check(SamplePacking.zip("../../etc/pass\u001b[31m<b>wd\u202e", "no table"));

    assertThat(checked.codes()).containsExactly("unknown-format");
    assertThat(checked.problem().file()).isEqualTo("sent.zip/../../etc/pass_[31m_b_wd_");
  }

  @Test
  void readsNamesInTheEncodingOfAChineseWindows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GB18030"))) {
      zip.putNextEntry(new ZipEntry("广东七月.csv"));
      zip.write(JULY);
    }

    Checked checked = check(bytes.toByteArray());

    assertThat(checked.box().file()).isEqualTo("sent.zip/广东七月.csv");
  }

  @Test
  void refusesArchivesInArchives() {
    byte[] inner = SamplePacking.zip(Map.of("june.csv", JUNE));

    assertThat(check(SamplePacking.zip(Map.of("inner.zip", inner))).codes())
        .containsExactly("nested-archive");
    assertThat(check(SamplePacking.GZIP.pack(SamplePacking.GZIP.pack(JUNE))).codes())
        .containsExactly("nested-archive");
  }

  @Test
  void stopsAnArchiveWhoseFilesTogetherUnpackWithoutEnd() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] rows =
        (HEADER + "2025-06,CN-GD,USA,39221000,5,USD\n".repeat(250_000))
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 8; i++) {
      files.put(i + ".csv", rows);
    }

    Checked checked =
        submission().maxRows(10_000_000).file("a.zip", SamplePacking.zip(files)).check();

    assertThat(checked.codes()).contains("zip-bomb");
  }

  @Test
  void saysWhatIsWrongWithAnArchive() {
    byte[] whole = SamplePacking.zip(Map.of("june.csv", JUNE));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 10);
    byte[] encrypted = whole.clone();
    for (int at = 0; at + 4 < encrypted.length; at++) {
      boolean entry = encrypted[at] == 'P' && encrypted[at + 1] == 'K';
      if (entry && encrypted[at + 2] == 1 && encrypted[at + 3] == 2) {
        encrypted[at + 8] |= 1;
      }
    }

    assertThat(check(cut).codes()).containsExactly("damaged-archive");
    assertThat(check(SamplePacking.zip(Map.of())).codes()).containsExactly("no-rows");
    Problem problem = check(encrypted).problem();
    assertThat(problem.code().id()).isEqualTo("damaged-archive");
    assertThat(problem.message()).contains("encrypted");
  }

  @Test
  void saysWhatAFileIsThatIsNotRead() {
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};

    assertThat(check(old).codes()).containsExactly("unknown-format");
    assertThat(check(old).problem().message()).contains(".xls");
    assertThat(check("Rar!\u001a".getBytes(StandardCharsets.UTF_8)).problem().message())
        .contains("RAR");
  }
}
