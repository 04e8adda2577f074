package dev.tradewind.metrics.staging;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.MessageCodec;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads blocks of rows and holds them to the contract. */
final class BlockReader {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern PARTNER = Pattern.compile("[A-Z]{3}|X[0-9]{3}");
  private static final Pattern PRODUCT = Pattern.compile("([0-9]{2}){1,4}");
  private static final String TOTAL = "TOTAL";
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2200;

  private record Cell(String partner, String product) {}

  private BlockReader() {}

  static ExportBlock read(byte @Nullable [] bytes) throws InvalidRecordException {
    ExportBlock block = parse(bytes);
    require(
        block.schemaVersion() == ExportBlock.SCHEMA_VERSION
            && ExportBlock.TYPE.equals(block.type()),
        "it is no block of schema version 1");
    require(block.submission() != null, "it names no submission");
    require(block.attempt() >= 0 && block.block() >= 0, "a number is negative");
    require("X".equals(block.flow()), "its flow is not X");
    require(
        block.currency() != null && CURRENCY.matcher(block.currency()).matches(),
        "its currency is not of ISO 4217");
    require(
        block.period() != null
            && block.period().getYear() >= FIRST_YEAR
            && block.period().getYear() <= LAST_YEAR,
        "its period is missing or absurd");
    require(
        block.region() != null && (Region.of(block.region()) != null || reference(block)),
        "its region is not known");
    require(
        block.rows() != null
            && !block.rows().isEmpty()
            && block.rows().size() <= ExportBlock.MAX_ROWS,
        "it does not hold 1 to 500 rows");
    checkRows(block);
    return block;
  }

  /** Totals are allowed only where the nation as a whole is reported. */
  private static boolean reference(ExportBlock block) {
    return Region.NATION.equals(block.region());
  }

  private static void checkRows(ExportBlock block) throws InvalidRecordException {
    Set<Cell> cells = new HashSet<>();
    for (ExportBlock.Row row : block.rows()) {
      require(row != null && row.partner() != null && row.product() != null, "a row is incomplete");
      require(
          PARTNER.matcher(row.partner()).matches()
              && (!row.partner().equals(Partner.WORLD) || reference(block)),
          "a row's partner is not a partner code");
      require(
          PRODUCT.matcher(row.product()).matches()
              || (row.product().equals(TOTAL) && reference(block)),
          "a row's product is not an HS code");
      require(row.value() >= 0, "a row's value is negative");
      require(row.quantity() == null || row.quantity() >= 0, "a row's quantity is negative");
      require(
          (row.quantity() == null) == (row.unit() == null),
          "a row has a quantity without a unit, or a unit without a quantity");
      require(cells.add(new Cell(row.partner(), row.product())), "a cell is in it twice");
    }
  }

  private static ExportBlock parse(byte @Nullable [] bytes) throws InvalidRecordException {
    if (bytes == null) {
      throw new InvalidRecordException("it has no value");
    }
    try {
      return MessageCodec.read(bytes, ExportBlock.class);
    } catch (IOException e) {
      throw new InvalidRecordException("it is not the JSON of a block: " + firstLine(e));
    }
  }

  static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  static void require(boolean condition, String reason) throws InvalidRecordException {
    if (!condition) {
      throw new InvalidRecordException(reason);
    }
  }
}
