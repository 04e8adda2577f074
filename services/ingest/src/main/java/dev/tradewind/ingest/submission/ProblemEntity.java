package dev.tradewind.ingest.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A problem of a submission. */
@Entity
@Immutable
@Table(name = "problem")
@IdClass(SubmissionPart.class)
class ProblemEntity {
  @Id
  @Column(name = "submission")
  UUID submission;

  @Id
  @Column(name = "number")
  int number;

  @Column(name = "file")
  String file;

  @Column(name = "line")
  @Nullable Long line;

  @Column(name = "column_name")
  @Nullable String column;

  @Column(name = "value")
  @Nullable String value;

  @Column(name = "code")
  String code;

  @Column(name = "severity")
  String severity;

  @Column(name = "message")
  String message;

  @Column(name = "advice")
  String advice;

  /** For Hibernate. */
  protected ProblemEntity() {}
}
