package dev.tradewind.alerts.incident;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of an incident's history, for reading. */
@Entity(name = "IncidentStep")
@Table(name = "incident_step")
@Immutable
class StepEntity extends PanacheEntityBase {
  @Id Long id;

  @Column(nullable = false)
  Long incident;

  @Column(nullable = false)
  OffsetDateTime at;

  @Column(nullable = false)
  String kind;

  @Column(nullable = false)
  String period;

  @Column(nullable = false)
  String state;

  @Column(nullable = false)
  String severity;

  @Column
  @ColumnTransformer(read = "cast(was as text)")
  @Nullable String was;

  @Column
  @ColumnTransformer(read = "cast(now as text)")
  @Nullable String now;

  @Column @Nullable UUID submission;

  @Column(nullable = false)
  String cause;

  @Column @Nullable String actor;

  @Column @Nullable String comment;
}
