package dev.tradewind.ingest.submission;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads submissions. */
@Singleton
class Submissions implements PanacheRepositoryBase<SubmissionEntity, UUID> {

  /** Accepted submissions, newest first, older than that vintage. */
  Uni<List<SubmissionEntity>> olderThan(@Nullable Long vintage, int count) {
    return find(
            "vintage is not null and vintage < ?1 order by vintage desc",
            vintage == null ? Long.MAX_VALUE : vintage)
        .page(0, count)
        .list();
  }
}
