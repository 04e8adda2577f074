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
import dev.tradewind.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
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
   * The rows that are looked for, in the order of the files; one more than wanted if there are
   * more.
   *
   * @throws dev.tradewind.platform.problem.ProblemException 404 if there is no such submission
   */
  List<LineItem> find(UUID submission, Wanted wanted) throws IOException {
    List<Row> known = database.execute("select period from submission where id = $1", submission);
    if (known.isEmpty()) {
      throw Problem.notFound("submission", submission).asException();
    }
    Optional<YearMonth> declared =
        Optional.ofNullable(known.get(0).getString(0)).map(YearMonth::parse);
    List<LineItem> found = new ArrayList<>();
    for (Row file :
        database.execute(
            "select number, name from submission_file where submission = $1 order by number",
            submission)) {
      if (found.size() <= wanted.limit()) {
        try (InputStream stored = files.read(submission, file.getInteger(0))) {
          read(file.getString(1), stored, declared, wanted, found);
        }
      }
    }
    return found;
  }

  private void read(
      String name,
      InputStream stored,
      Optional<YearMonth> declared,
      Wanted wanted,
      List<LineItem> found)
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
