package dev.tradewind.alerts.rule;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A rule as stored. */
@Entity(name = "Rule")
@Table(name = "rule")
class RuleEntity extends PanacheEntityBase {
  @Id String id;

  @Column(nullable = false)
  String name;

  @Column(nullable = false)
  int version;

  @Column(nullable = false)
  boolean enabled;

  @Column(nullable = false)
  String indicator;

  @Column(nullable = false)
  String scope;

  @Column(nullable = false)
  String partner;

  @Column(nullable = false)
  String sector;

  @Column(name = "time_window", nullable = false)
  String window;

  @Column(nullable = false)
  String currency;

  @Column @Nullable BigDecimal warning;

  @Column @Nullable BigDecimal critical;

  @Column(name = "min_base", nullable = false)
  BigDecimal minBase;

  @Column(name = "new_year_guard", nullable = false)
  boolean newYearGuard;

  @Column(name = "updated_at", nullable = false)
  OffsetDateTime updatedAt;
}
