package dev.tradewind.ingest.submission;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads what is known of submitted files. */
@Singleton
class SubmissionFiles implements PanacheRepositoryBase<FileEntity, SubmissionPart> {

  Uni<List<FileEntity>> of(Collection<UUID> submissions) {
    return list("submission in ?1 order by submission, number", submissions);
  }
}
