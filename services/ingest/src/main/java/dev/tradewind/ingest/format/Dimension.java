package dev.tradewind.ingest.format;

/** What a column of a file can mean. */
public enum Dimension {
  /** The month. */
  PERIOD,
  /** The HS code. */
  PRODUCT,
  /** The partner's customs or ISO code. */
  PARTNER,
  /** The partner's name, or its code where a file mixes them. */
  PARTNER_NAME,
  /** The region's customs or ISO code. */
  REGION,
  /** The region's name. */
  REGION_NAME,
  /** The trade mode, by code or name; splits a cell into rows that add up. */
  TRADE_MODE,
  /** The amount in single units of the currency. */
  VALUE,
  /** The first quantity. */
  QUANTITY,
  /** The unit of the first quantity. */
  UNIT,
  /** The currency, where rows state it. */
  CURRENCY,
  /** The direction of trade, where rows state it. */
  FLOW,
  /** The status of an observation, in SDMX's letters. */
  STATUS,
  /** The power of ten that an amount is to be multiplied with; only 0 is taken. */
  SCALE,
  /** How often the series is observed; only monthly series are taken. */
  FREQUENCY,
  /** What a row does to data sent before. */
  ACTION
}
