package dev.tradewind.ingest.submission;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads the problems of submissions. */
@Singleton
class SubmissionProblems implements PanacheRepositoryBase<ProblemEntity, SubmissionPart> {

  /** Problems of a submission in the order in which they were found, from that number on. */
  Uni<List<ProblemEntity>> from(UUID submission, int number, int count) {
    return find("submission = ?1 and number >= ?2 order by number", submission, number)
        .page(0, count)
        .list();
  }
}
