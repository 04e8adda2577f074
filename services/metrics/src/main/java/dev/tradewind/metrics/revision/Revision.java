package dev.tradewind.metrics.revision;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One known cell that a merge changed. Written by the merge itself, in SQL. */
@Entity
@Immutable
@Table(name = "revision")
class Revision extends PanacheEntityBase {
  @Id
  @Column(name = "id")
  long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "apply_seq")
  Merge merge;

  @Column(name = "currency")
  String currency;

  @Column(name = "period")
  int period;

  @Column(name = "region")
  String region;

  @Column(name = "product")
  String product;

  @Column(name = "partner")
  String partner;

  @Column(name = "old_value")
  @Nullable Long oldValue;

  @Column(name = "new_value")
  @Nullable Long newValue;

  /**
   * Newest first, before that id.
   *
   * @param submission only what this one caused; all if null
   * @param merges only what these did; all if null
   */
  static Uni<List<Revision>> before(
      long id, @Nullable UUID submission, @Nullable List<Long> merges, int limit) {
    StringBuilder query = new StringBuilder("from Revision r join fetch r.merge m where r.id < ?1");
    List<Object> parameters = new ArrayList<>(List.of(id));
    if (submission != null) {
      parameters.add(submission);
      query.append(" and m.submission = ?").append(parameters.size());
    }
    if (merges != null) {
      parameters.add(merges);
      query.append(" and m.applySeq in ?").append(parameters.size());
    }
    query.append(" order by r.id desc");
    return Revision.<Revision>find(query.toString(), parameters.toArray()).page(0, limit).list();
  }
}
