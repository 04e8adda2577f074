package dev.tradewind.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "七月 2025.csv|七月 2025.csv",
        "../../etc/passwd|passwd",
        "C:\\temp\\a.csv|a.csv",
        "a\"b'c.csv|a_b_c.csv",
        "..|upload.csv",
        "x/|upload.csv"
      })
  void keepsOnlyAHarmlessName(String name, String safe) {
    assertThat(FileName.safe(name)).isEqualTo(safe);
  }

  @Property
  void isNeverAPathOrEmpty(@ForAll String name) {
    assertThat(FileName.safe(name)).isNotBlank().doesNotContain("/", "\\", "\"", "\n", "\0");
    assertThat(FileName.safe(name).length()).isLessThanOrEqualTo(150);
  }
}
