package dev.tradewind.metrics.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What caused revisions: a merge, as the outbox keeps it. */
@Entity
@Immutable
@Table(name = "outbox")
class Merge {
  @Id
  @Column(name = "apply_seq")
  long applySeq;

  @Column(name = "submission")
  UUID submission;

  @Column(name = "cause")
  String cause;

  @Column(name = "vintage")
  @Nullable Long vintage;

  @Column(name = "applied_at")
  Instant appliedAt;
}
