package dev.tradewind.ingest.block;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.util.UUID;

/**
 * A block as it is stored.
 *
 * @param submission that it belongs to
 * @param attempt that checked it
 * @param number its place in the submission, from 0
 * @param key its key in Kafka
 * @param cells how many it has
 * @param message exactly what Kafka gets
 */
public record StoredBlock(
    UUID submission, int attempt, int number, String key, int cells, Buffer message) {
  static final String COLUMNS = "submission, attempt, number, region, period, cells, size, message";

  static StoredBlock of(Row row) {
    return new StoredBlock(
        row.getUUID("submission"),
        row.getInteger("attempt"),
        row.getInteger("number"),
        // As ExportBlock.key() has it.
        row.getString("region") + "|" + row.getString("period"),
        row.getInteger("cells"),
        Buffer.buffer(Packed.unpack(row.getBuffer("message").getBytes(), row.getInteger("size"))));
  }

  /** What it says. */
  public ExportBlock block() {
    try {
      return MessageCodec.read(message.getBytes(), ExportBlock.class);
    } catch (IOException e) {
      throw new IllegalStateException("a stored block cannot be read", e);
    }
  }
}
