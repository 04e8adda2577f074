package dev.tradewind.ingest.upload;

import dev.tradewind.platform.problem.Problem;
import dev.tradewind.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Files as they come in, one after the other, each read while it is sent. */
public interface IncomingFiles {
  /** The next file, or null after the last. */
  @Nullable Incoming next() throws IOException;

  /** One file. */
  static IncomingFiles one(String name, InputStream content) {
    return new IncomingFiles() {
      private @Nullable Incoming only = new Incoming(name, content);

      @Override
      public @Nullable Incoming next() {
        Incoming file = only;
        only = null;
        return file;
      }
    };
  }

  /** The refusal of a request without a file. */
  static ProblemException none() {
    return Problem.of(400, "empty-file", "There is no file in the request.")
        .withAdvice("Send each file as a part with a filename.")
        .asException();
  }

  /** The refusal of a file without a byte. */
  static ProblemException empty(String name) {
    return Problem.of(400, "empty-file", "A file is empty.")
        .withDetail("File '" + name + "' has no content.")
        .withAdvice("Download it again, and send it with its content.")
        .asException();
  }
}
