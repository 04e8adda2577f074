package dev.tradewind.metrics.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockReaderTest {
  private static ExportBlock block(String region, ExportBlock.Row... rows) {
    return new ExportBlock(
        UUID.randomUUID(), 1, 1, 0, "X", "USD", YearMonth.of(2025, 7), region, List.of(rows));
  }

  @Test
  void aBlockOfTheContractIsRead() throws InvalidRecordException {
    ExportBlock block = block("CN-GD", new ExportBlock.Row("X701", "39221000", 0));
    assertThat(BlockReader.read(MessageCodec.write(block))).isEqualTo(block);
  }

  @ParameterizedTest
  @CsvSource({
    "CN-XX, USA, 39221000, 1, region is not known",
    "CN-GD, WLD, 39221000, 1, not a partner code",
    "CN-GD, usa, 39221000, 1, not a partner code",
    "CN-GD, USA, 392210001, 1, not an HS code",
    "CN-GD, USA, 392, 1, not an HS code",
    "CN-GD, USA, 39221000, -1, negative"
  })
  void aBlockThatContradictsTheContractIsPoison(
      String region, String partner, String product, long value, String reason) {
    byte[] bytes = MessageCodec.write(block(region, new ExportBlock.Row(partner, product, value)));
    assertThatThrownBy(() -> BlockReader.read(bytes)).hasMessageContaining(reason);
  }

  @Test
  void aCellTwiceInABlockIsPoison() {
    ExportBlock.Row row = new ExportBlock.Row("USA", "39221000", 1);
    byte[] bytes = MessageCodec.write(block("CN-GD", row, row));
    assertThatThrownBy(() -> BlockReader.read(bytes)).hasMessageContaining("twice");
  }

  @Test
  void whatIsNoJsonIsPoison() {
    assertThatThrownBy(() -> BlockReader.read("x".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not the JSON of a block");
    assertThatThrownBy(() -> BlockReader.read(null)).hasMessageContaining("no value");
  }
}
