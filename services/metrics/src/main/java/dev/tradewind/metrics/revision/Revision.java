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

  /** Newest first, of any submission or of one, before that id. */
  static Uni<List<Revision>> before(long id, @Nullable UUID submission, int limit) {
    return submission == null
        ? Revision.<Revision>find(
                "from Revision r join fetch r.merge where r.id < ?1 order by r.id desc", id)
            .page(0, limit)
            .list()
        : Revision.<Revision>find(
                "from Revision r join fetch r.merge m where r.id < ?1 and m.submission = ?2"
                    + " order by r.id desc",
                id,
                submission)
            .page(0, limit)
            .list();
  }
}
