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

  /** Submissions whose bytes are coming in, newest first. */
  Uni<List<SubmissionEntity>> receiving(int count) {
    return find("state = ?1 order by createdAt desc", State.RECEIVING.id()).page(0, count).list();
  }

  /** Accepted submissions of a state or of all, newest first, older than that vintage. */
  Uni<List<SubmissionEntity>> olderThan(@Nullable State state, @Nullable Long vintage, int count) {
    return find(
            "vintage is not null and vintage < ?1 and (?2 = '' or state = ?2) order by vintage desc",
            vintage == null ? Long.MAX_VALUE : vintage,
            state == null ? "" : state.id())
        .page(0, count)
        .list();
  }
}
