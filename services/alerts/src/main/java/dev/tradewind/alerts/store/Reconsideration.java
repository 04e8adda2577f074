package dev.tradewind.alerts.store;

/** Decides again what is to be told, because who is told what has changed. */
public interface Reconsideration {
  /** Looks at everything that may have to be told; the caller has its turn. */
  void all(Transaction transaction);

  /** Lets what is due now be sent, once the decision is committed. */
  void send();
}
