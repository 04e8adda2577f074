package dev.tradewind.ingest.publish;

/** Another worker has taken the submission over, or its client withdrew it. */
final class LostLeaseException extends RuntimeException {
  LostLeaseException(Lease lease) {
    super("attempt " + lease.attempt() + " on " + lease.submission() + " was taken over");
  }
}
