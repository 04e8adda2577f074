package dev.tradewind.ingest.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A file of a submission, without its bytes. */
@Entity
@Immutable
@Table(name = "submission_file")
@IdClass(SubmissionPart.class)
class FileEntity {
  @Id
  @Column(name = "submission")
  UUID submission;

  @Id
  @Column(name = "number")
  int number;

  @Column(name = "name")
  String name;

  @Column(name = "bytes")
  long bytes;

  @Column(name = "sha256")
  String sha256;

  @Column(name = "format")
  @Nullable String format;

  @Column(name = "encoding")
  @Nullable String encoding;

  @Column(name = "currency")
  @Nullable String currency;

  @Column(name = "row_count")
  @Nullable Long rowCount;

  /** For Hibernate. */
  protected FileEntity() {}
}
