package dev.tradewind.alerts.incident;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An incident, for reading; only the consuming transaction writes it. */
@Entity(name = "Incident")
@Table(name = "incident")
@Immutable
class IncidentEntity extends PanacheEntityBase {
  @Id Long id;

  @Column(nullable = false)
  String rule;

  @Column(nullable = false)
  String region;

  @Column(nullable = false)
  String partner;

  @Column(nullable = false)
  String sector;

  @Column(name = "time_window", nullable = false)
  String window;

  @Column(nullable = false)
  String currency;

  @Column(nullable = false)
  String state;

  @Column(nullable = false)
  String severity;

  @Column(nullable = false)
  String period;

  @Column(name = "since_period", nullable = false)
  String sincePeriod;

  @Column(nullable = false)
  OffsetDateTime since;

  @Column(name = "updated_at", nullable = false)
  OffsetDateTime updatedAt;

  @Column @Nullable BigDecimal threshold;

  @Column @Nullable BigDecimal observed;

  @Column(name = "acknowledged_at")
  @Nullable OffsetDateTime acknowledgedAt;

  @Column(name = "acknowledged_by")
  @Nullable String acknowledgedBy;

  @Column(name = "acknowledged_comment")
  @Nullable String acknowledgedComment;

  @Column @Nullable BigDecimal value;

  @Column(name = "base_value")
  @Nullable BigDecimal baseValue;

  @Column @Nullable BigDecimal yoy;

  @Column @Nullable BigDecimal exposure;

  @Column @Nullable BigDecimal contribution;
}
