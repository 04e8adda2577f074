package dev.tradewind.ingest.check;

/** A submission has more rows than are allowed. */
final class TooManyRowsException extends RuntimeException {
  TooManyRowsException(long limit) {
    super("there are more than " + limit + " rows");
  }
}
