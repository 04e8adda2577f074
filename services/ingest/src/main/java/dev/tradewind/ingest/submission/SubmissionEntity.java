package dev.tradewind.ingest.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A submission's row, for reading; its changes are conditional statements elsewhere. */
@Entity
@Immutable
@Table(name = "submission")
class SubmissionEntity {
  @Id
  @Column(name = "id")
  UUID id;

  @Column(name = "vintage")
  @Nullable Long vintage;

  @Column(name = "state")
  String state;

  @Column(name = "attempt")
  int attempt;

  @Column(name = "accepted_at")
  @Nullable Instant acceptedAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "period")
  @Nullable String period;

  @Column(name = "declared_currency")
  @Nullable String declaredCurrency;

  @Column(name = "flow")
  String flow;

  @Column(name = "mode")
  String mode;

  @Column(name = "declared_coverage")
  String declaredCoverage;

  @Column(name = "label")
  @Nullable String label;

  @Column(name = "reason")
  @Nullable String reason;

  @Column(name = "bytes_received")
  long bytesReceived;

  @Column(name = "bytes_total")
  @Nullable Long bytesTotal;

  @Column(name = "rows_checked")
  long rowsChecked;

  @Column(name = "rows_published")
  long rowsPublished;

  @Column(name = "blocks_published")
  int blocksPublished;

  @Column(name = "row_count")
  @Nullable Long rowCount;

  @Column(name = "key_count")
  @Nullable Long keyCount;

  @Column(name = "block_count")
  @Nullable Integer blockCount;

  @Column(name = "problem_count")
  long problemCount;

  @Column(name = "warning_count")
  long warningCount;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "phase_started_at")
  @Nullable Instant phaseStartedAt;

  @Column(name = "bytes_checked")
  long bytesChecked;

  @Column(name = "provisional")
  boolean provisional;

  @Column(name = "applied_at")
  @Nullable Instant appliedAt;

  @Column(name = "closed_at")
  @Nullable Instant closedAt;

  @Column(name = "coverage")
  @Nullable String coverage;

  /** For Hibernate. */
  protected SubmissionEntity() {}
}
