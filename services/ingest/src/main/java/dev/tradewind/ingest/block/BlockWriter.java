package dev.tradewind.ingest.block;

import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import dev.tradewind.ingest.check.CodeBook;
import dev.tradewind.ingest.check.Months;
import dev.tradewind.ingest.sort.Cells;
import dev.tradewind.ingest.store.Database;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes blocks of sorted cells, each of one region and month, and stores them.
 *
 * <p>They are stored under the attempt that checked them, and are never changed afterwards: so
 * whoever sends one of them again, even a worker that lost its lease long ago, sends the same bytes
 * under the same number, which counts once.
 */
public final class BlockWriter {
  /** Kafka exports know one direction of trade. */
  public static final String FLOW = "X";

  private static final int BLOCKS_A_STATEMENT = 64;
  private static final String INSERT =
      """
      insert into block (submission, attempt, number, region, period, cells, size, message)
      select $1, $2, b.* from unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::int[], $8::bytea[])
        as b (number, region, period, cells, size, message)
      """;

  /** Hears how far it is, and may stop it by throwing. */
  public interface Listener {
    void stored(long cells, int blocks);
  }

  private final Database database;
  private final UUID submission;
  private final int attempt;
  private final long vintage;
  private final String currency;
  private final List<Pending> pending = new ArrayList<>();
  private List<ExportBlock.Row> rows = new ArrayList<>(ExportBlock.MAX_ROWS);
  private int region = -1;
  private int month = -1;
  private int blocks;
  private long cells;

  private record Pending(
      int number, String region, String period, int cells, int size, Buffer message) {}

  /** A writer for the blocks of that attempt. */
  public BlockWriter(
      Database database, UUID submission, int attempt, long vintage, String currency) {
    this.database = database;
    this.submission = submission;
    this.attempt = attempt;
    this.vintage = vintage;
    this.currency = currency;
  }

  /** Stores all cells in place of what a former try of the same attempt may have left. */
  public void write(Cells sorted, Listener listener) throws IOException {
    database.update(
        "delete from block where submission = $1 and attempt = $2", submission, attempt);
    while (sorted.next()) {
      if (sorted.region() != region
          || sorted.month() != month
          || rows.size() == ExportBlock.MAX_ROWS) {
        flush();
        region = sorted.region();
        month = sorted.month();
      }
      rows.add(row(sorted));
      if (pending.size() == BLOCKS_A_STATEMENT) {
        insert();
        listener.stored(cells, blocks);
      }
    }
    flush();
    insert();
    listener.stored(cells, blocks);
  }

  private static ExportBlock.Row row(Cells cell) {
    return new ExportBlock.Row(
        CodeBook.partner(cell.partner()),
        cell.product(),
        cell.value(),
        cell.quantity(),
        cell.unit());
  }

  private void flush() {
    if (rows.isEmpty()) {
      return;
    }
    ExportBlock block =
        new ExportBlock(
            submission,
            attempt,
            vintage,
            blocks,
            FLOW,
            currency,
            Months.month(month),
            CodeBook.region(region),
            rows);
    byte[] message = MessageCodec.write(block);
    pending.add(
        new Pending(
            blocks,
            block.region(),
            block.period().toString(),
            rows.size(),
            message.length,
            Buffer.buffer(Packed.pack(message))));
    blocks++;
    cells += rows.size();
    rows = new ArrayList<>(ExportBlock.MAX_ROWS);
  }

  private void insert() {
    if (pending.isEmpty()) {
      return;
    }
    database.update(
        INSERT,
        submission,
        attempt,
        pending.stream().map(Pending::number).toArray(Integer[]::new),
        pending.stream().map(Pending::region).toArray(String[]::new),
        pending.stream().map(Pending::period).toArray(String[]::new),
        pending.stream().map(Pending::cells).toArray(Integer[]::new),
        pending.stream().map(Pending::size).toArray(Integer[]::new),
        pending.stream().map(Pending::message).toArray(Buffer[]::new));
    pending.clear();
  }

  /** How many blocks there are. */
  public int blocks() {
    return blocks;
  }

  /** How many cells are in them. */
  public long cells() {
    return cells;
  }
}
