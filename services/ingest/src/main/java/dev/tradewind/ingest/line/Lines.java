package dev.tradewind.ingest.line;

import dev.tradewind.ingest.format.ExportFormat;
import dev.tradewind.ingest.format.Formats;
import dev.tradewind.ingest.format.Parts;
import dev.tradewind.ingest.format.ReadLimits;
import dev.tradewind.ingest.format.Source;
import dev.tradewind.ingest.format.UnreadableException;
import dev.tradewind.ingest.rules.Rules;
import dev.tradewind.ingest.store.Database;
import dev.tradewind.ingest.store.FileStore;
import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads stored files again, one after the other, in constant memory. */
@Singleton
class Lines {
  private final Database database;
  private final FileStore files;
  private final ReadLimits limits;
  private final Path folder;

  Lines(Database database, FileStore files, Rules rules) {
    this.database = database;
    this.files = files;
    this.limits = rules.reading();
    this.folder = rules.folder();
  }

  /**
   * The next rows that are looked for, in the order of the files.
   *
   * @param start where they begin
   * @param limit at most so many
   * @throws dev.tradewind.platform.problem.ProblemException 404 if there is no such submission, 400
   *     if it has no such place
   */
  Page<LineItem> find(UUID submission, Wanted wanted, Place start, int limit) throws IOException {
    List<Row> known = database.execute("select period from submission where id = $1", submission);
    if (known.isEmpty()) {
      throw Problem.notFound("submission", submission).asException();
    }
    Optional<YearMonth> declared =
        Optional.ofNullable(known.get(0).getString(0)).map(YearMonth::parse);
    List<Row> left =
        database.execute(
            "select number, name from submission_file where submission = $1 and number >= $2"
                + " order by number",
            submission,
            start.file());
    if (left.isEmpty() && !start.equals(Place.START)) {
      throw LineResource.badCursor();
    }
    FoundLines found = new FoundLines(start, limit);
    for (Row file : left) {
      found.file(file.getInteger(0));
      try (InputStream stored = files.read(submission, file.getInteger(0))) {
        read(file.getString(1), stored, declared, wanted, found);
      } catch (FoundLines.FullException full) {
        return found.page();
      }
      if (found.beforeStart()) {
        throw LineResource.badCursor();
      }
    }
    return found.page();
  }

  private void read(
      String name,
      InputStream stored,
      Optional<YearMonth> declared,
      Wanted wanted,
      FoundLines found)
      throws IOException {
    try {
      Parts.read(
          name,
          stored,
          limits,
          folder,
          (part, opening) -> {
            try (Source source = opening.open()) {
              Optional<ExportFormat> format = Formats.detect(source.head());
              if (format.isPresent()) {
                format
                    .get()
                    .read(source, new LineFinder(part, declared.orElse(null), wanted, found));
              }
            }
          });
    } catch (UnreadableException e) {
      throw Problem.of(422, "unreadable-file", "A file of the submission cannot be read.")
          .withDetail(name + ": " + e.getMessage())
          .asException();
    }
  }
}
