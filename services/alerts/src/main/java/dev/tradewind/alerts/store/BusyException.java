package dev.tradewind.alerts.store;

/** Others who write took longer than a request waits; nothing was done. */
public final class BusyException extends RuntimeException {
  BusyException(Throwable cause) {
    super("others write at the moment", cause);
  }
}
