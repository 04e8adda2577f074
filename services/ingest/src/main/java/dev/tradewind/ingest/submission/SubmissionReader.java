package dev.tradewind.ingest.submission;

import dev.tradewind.ingest.chain.Chain;
import dev.tradewind.ingest.chain.Links;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts submissions together for clients. */
@ApplicationScoped
public class SubmissionReader {
  private static final int FIRST_PROBLEMS = 20;

  private final Submissions submissions;
  private final SubmissionFiles files;
  private final SubmissionProblems problems;
  private final Chain chain;

  SubmissionReader(
      Submissions submissions, SubmissionFiles files, SubmissionProblems problems, Chain chain) {
    this.chain = chain;
    this.submissions = submissions;
    this.files = files;
    this.problems = problems;
  }

  /** The submission; fails with a 404 problem if there is none. */
  @WithSession
  public Uni<SubmissionView> submission(UUID id) {
    return row(id)
        .chain(
            row ->
                files
                    .of(List.of(id))
                    .chain(
                        parts ->
                            problems
                                .from(id, 0, FIRST_PROBLEMS)
                                .chain(
                                    found ->
                                        chain
                                            .of(List.of(id))
                                            .map(
                                                links ->
                                                    SubmissionView.of(
                                                        row,
                                                        parts,
                                                        links.getOrDefault(id, Links.NONE),
                                                        found)))));
  }

  /** The submission, for a thread that may wait. */
  public SubmissionView awaitSubmission(UUID id) {
    return await(() -> submission(id));
  }

  /** The files of a submission, for a thread that may wait. */
  List<SubmissionView.File> awaitFiles(UUID id) {
    return await(() -> files(id));
  }

  /** Hibernate works on the event loop only. */
  private static <T> T await(Supplier<Uni<T>> answer) {
    try {
      return VertxContextSupport.subscribeAndAwait(answer);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("reading a submission failed", e);
    }
  }

  /** Accepted submissions, newest first, without their problems. */
  @WithSession
  Uni<Page<SubmissionView>> list(@Nullable State state, @Nullable Long olderThan, int limit) {
    return submissions.olderThan(state, olderThan, limit + 1).chain(rows -> page(rows, limit));
  }

  /** Submissions whose bytes are coming in, newest first. */
  @WithSession
  Uni<Page<SubmissionView>> receiving(int limit) {
    return submissions
        .receiving(limit)
        .map(
            rows ->
                new Page<>(
                    rows.stream()
                        .map(row -> SubmissionView.of(row, List.of(), Links.NONE, List.of()))
                        .toList(),
                    null));
  }

  private Uni<Page<SubmissionView>> page(List<SubmissionEntity> rows, int limit) {
    List<UUID> ids = rows.stream().map(row -> row.id).toList();
    return files
        .of(ids)
        .chain(parts -> chain.of(ids).map(links -> page(rows, parts, links, limit)));
  }

  private static Page<SubmissionView> page(
      List<SubmissionEntity> rows, List<FileEntity> parts, Map<UUID, Links> links, int limit) {
    Map<UUID, List<FileEntity>> bySubmission =
        parts.stream().collect(Collectors.groupingBy(file -> file.submission));
    List<SubmissionView> items =
        rows.stream()
            .limit(limit)
            .map(
                row ->
                    SubmissionView.of(
                        row,
                        bySubmission.getOrDefault(row.id, List.of()),
                        links.getOrDefault(row.id, Links.NONE),
                        List.of()))
            .toList();
    String next =
        rows.size() > limit ? String.valueOf(items.get(items.size() - 1).vintage()) : null;
    return new Page<>(items, next);
  }

  /** Problems of a submission from that number on. */
  @WithSession
  Uni<Page<ProblemView>> problems(UUID id, int from, int limit) {
    return row(id)
        .chain(row -> problems.from(id, from, limit + 1))
        .map(
            found ->
                new Page<>(
                    found.stream().limit(limit).map(ProblemView::of).toList(),
                    found.size() > limit ? String.valueOf(from + limit) : null));
  }

  /** The files of a submission. */
  @WithSession
  Uni<List<SubmissionView.File>> files(UUID id) {
    return row(id)
        .chain(row -> files.of(List.of(id)))
        .map(found -> found.stream().map(SubmissionView.File::of).toList());
  }

  /** The submission's own row; fails with a 404 problem if there is none. */
  @WithSession
  Uni<SubmissionEntity> row(UUID id) {
    return submissions
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.notFound("submission", id).asException());
  }
}
