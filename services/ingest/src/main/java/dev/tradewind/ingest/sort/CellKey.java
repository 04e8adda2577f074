package dev.tradewind.ingest.sort;

/**
 * A cell of a file as one number, so that millions fit into memory: region (5 bits), month (11),
 * product (29), partner (9) and file (9). Numbers compare like the cells: by region, month, product
 * and partner.
 *
 * <p>Regions and partners are given as places in their code lists, months as months since 1980.
 */
public final class CellKey {
  /** How many files a submission can have. */
  public static final int MAX_FILES = 1 << 9;

  /** The first year that fits. */
  public static final int FIRST_YEAR = 1980;

  /** The last year that fits. */
  public static final int LAST_YEAR = 2149;

  private static final int FILE_BITS = 9;
  private static final int PARTNER_BITS = 9;
  private static final int PRODUCT_BITS = 29;
  private static final int MONTH_BITS = 11;

  /** The place of the region's lowest bit. */
  static final int REGION_AT = FILE_BITS + PARTNER_BITS + PRODUCT_BITS + MONTH_BITS;

  private CellKey() {}

  /** The sum over all products, as some sources report it; no code is like it. */
  public static final int TOTAL = 0;

  private static final String TOTAL_NAME = "TOTAL";

  /** The number of a cell in a file. */
  public static long of(int region, int month, int product, int partner, int file) {
    long key = region;
    key = (key << MONTH_BITS) | month;
    key = (key << PRODUCT_BITS) | product;
    key = (key << PARTNER_BITS) | partner;
    return (key << FILE_BITS) | file;
  }

  /**
   * An HS code of 2, 4, 6 or 8 digits as a number; shorter codes come before their finer ones.
   * There is no chapter 00; {@code TOTAL} is {@link #TOTAL}.
   */
  public static int product(String code) {
    if (code.equals(TOTAL_NAME)) {
      return TOTAL;
    }
    int digits = Integer.parseInt(code);
    for (int i = code.length(); i < 8; i++) {
      digits *= 10;
    }
    return (digits << 2) | (code.length() / 2 - 1);
  }

  /** The cell without its file: equal for the same cell in different files. */
  static long cell(long key) {
    return key >>> FILE_BITS;
  }

  static int file(long key) {
    return (int) (key & (MAX_FILES - 1));
  }

  static int partner(long key) {
    return (int) (key >>> FILE_BITS) & ((1 << PARTNER_BITS) - 1);
  }

  static String product(long key) {
    return code((int) (key >>> (FILE_BITS + PARTNER_BITS)) & ((1 << PRODUCT_BITS) - 1));
  }

  /** The HS code of that number, or {@code TOTAL}. */
  public static String code(int packed) {
    if (packed == TOTAL) {
      return TOTAL_NAME;
    }
    int length = ((packed & 3) + 1) * 2;
    String digits = Integer.toString(100_000_000 + (packed >>> 2)).substring(1);
    return digits.substring(0, length);
  }

  static int month(long key) {
    return (int) (key >>> (FILE_BITS + PARTNER_BITS + PRODUCT_BITS)) & ((1 << MONTH_BITS) - 1);
  }

  static int region(long key) {
    return (int) (key >>> REGION_AT);
  }
}
