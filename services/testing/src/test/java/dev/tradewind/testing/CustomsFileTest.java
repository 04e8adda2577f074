package dev.tradewind.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CustomsFileTest {

  @Test
  void looksLikeTheSitesDownload() {
    // When
    byte[] file = CustomsFile.usd().row("2025-01", "CN-ZJ", "AFG", "39221000", 4_368).bytes();

    // Then
    assertThat(new String(file, CustomsFile.GB18030))
        .isEqualTo(
            """
            "数据年月","商品编码","商品名称","贸易伙伴编码","贸易伙伴名称","注册地编码","注册地名称",\
            "第一数量","第一计量单位","第二数量","第二计量单位","美元",
            "202501","39221000","商品39221000","101","阿富汗","33","浙江省",\
            "1","千克","0","?","4,368",
            """);
  }

  @Test
  void addsAndDropsColumns() {
    String file =
        CustomsFile.cny()
            .withModes()
            .without(CustomsColumn.PERIOD)
            .row("2025-01", "CN-ZJ", "USA", "39221000", 1)
            .text();
    assertThat(file)
        .startsWith("\"商品编码\",")
        .contains("\"贸易方式编码\",\"贸易方式名称\",", "\"10\",\"一般贸易\",", "\"人民币\",\n");
  }

  @Test
  void writesNonsenseOnDemand() {
    CustomsRow row =
        CustomsRow.of("2025-01", "CN-ZJ", "USA", "39221000", 1)
            .with(CustomsColumn.PARTNER_NAME, "玻利维亚\n")
            .with(CustomsColumn.VALUE, "-\"7");
    assertThat(CustomsFile.usd().row(row).text()).contains("\"玻利维亚\n\",", "\"-\"\"7\",\n");
  }

  @Test
  void usesTheCodeThatThePartnerHadThen() {
    assertThat(CustomsRow.of("2022-12", "CN-ZJ", "GEO", "39221000", 1).fields())
        .containsEntry(CustomsColumn.PARTNER, "337");
    assertThat(CustomsRow.of("2023-01", "CN-ZJ", "GEO", "39221000", 1).fields())
        .containsEntry(CustomsColumn.PARTNER, "150");
  }

  @Test
  void refusesCodesThatDoNotExist() {
    assertThatThrownBy(() -> CustomsRow.of("2025-01", "CN-XX", "USA", "39221000", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compresses() throws IOException {
    CustomsFile file =
        CustomsFile.usd().encoding(UTF_8).row("2025-01", "CN-ZJ", "USA", "39221000", 1);
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(file.gzip()))) {
      assertThat(new String(plain.readAllBytes(), UTF_8)).isEqualTo(file.text());
    }
  }
}
