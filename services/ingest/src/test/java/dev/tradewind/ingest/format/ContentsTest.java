package dev.tradewind.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ContentsTest {
  private static final ReadLimits LIMITS = new ReadLimits(100, 1L << 36, 512, 1 << 20);
  private static final byte[] FILE =
      "period,region\n2025-07,CN-GD\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "something else".getBytes(StandardCharsets.UTF_8);

  private static Contents of(byte[] sent) throws IOException {
    return Contents.read(new ByteArrayInputStream(sent), LIMITS);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private interface Entries {
    void into(ZipOutputStream zip) throws IOException;
  }

  private static byte[] zip(Entries entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entries.into(zip);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  @Test
  void aFileIsTheSameInAnyPacking() throws IOException {
    Contents plain = of(FILE);

    assertThat(plain.files()).containsExactly(plain.sha256());
    assertThat(of(gzip(FILE))).isEqualTo(plain);
    assertThat(of(zip(zip -> entry(zip, "数据.csv", FILE))).files()).isEqualTo(plain.files());
    assertThat(of(zip(zip -> entry(zip, "a.csv.gz", gzip(FILE)))).files()).isEqualTo(plain.files());
    assertThat(of(gzip(zip(zip -> entry(zip, "a.csv", FILE)))).files()).isEqualTo(plain.files());
  }

  @Test
  void filesOfAnArchiveAreThoseThatAreRead() throws IOException {
    byte[] archive =
        zip(
            zip -> {
              zip.putNextEntry(new ZipEntry("folder/"));
              zip.closeEntry();
              entry(zip, "folder/a.csv", FILE);
              entry(zip, "__MACOSX/folder/._a.csv", OTHER);
              entry(zip, "b.csv", OTHER);
            });

    assertThat(of(archive).files()).containsExactly(of(FILE).sha256(), of(OTHER).sha256());
  }

  @Test
  void storedEntriesAreReadToo() throws IOException {
    byte[] archive =
        zip(
            zip -> {
              ZipEntry entry = new ZipEntry("a.csv");
              CRC32 crc = new CRC32();
              crc.update(FILE);
              entry.setMethod(ZipEntry.STORED);
              entry.setSize(FILE.length);
              entry.setCrc(crc.getValue());
              zip.putNextEntry(entry);
              zip.write(FILE);
              zip.closeEntry();
            });

    assertThat(of(archive).files()).isEqualTo(of(FILE).files());
  }

  @Test
  void aWorkbookIsOneFile() throws IOException {
    byte[] workbook =
        zip(
            zip -> {
              entry(zip, "xl/worksheets/sheet1.xml", FILE);
              entry(zip, "[Content_Types].xml", OTHER);
            });

    assertThat(of(workbook).files()).containsExactly(of(workbook).sha256());
    assertThat(of(zip(zip -> entry(zip, "a.xlsx", workbook))).files())
        .isEqualTo(of(workbook).files());
  }

  @Test
  void aDamagedArchiveIsAFileLikeAnyOther() throws IOException {
    byte[] archive = zip(zip -> entry(zip, "a.csv", FILE));
    byte[] cut = Arrays.copyOf(archive, archive.length / 2);

    assertThat(of(cut).files()).containsExactly(of(cut).sha256());
    assertThatThrownBy(() -> of(Arrays.copyOf(gzip(FILE), 30)))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void nothingIsEmpty() throws IOException {
    assertThat(of(new byte[0]).empty()).isTrue();
    assertThat(of(gzip(new byte[0])).empty()).isTrue();
    assertThat(of(new byte[] {0}).empty()).isFalse();
  }
}
