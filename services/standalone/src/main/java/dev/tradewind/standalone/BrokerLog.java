package dev.tradewind.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where the broker in this JVM logs to: warnings into a file, errors before the user's eyes. */
final class BrokerLog {
  /** Held, since loggers that nobody holds lose their level. */
  private static final Logger ROOT = Logger.getLogger("");

  private BrokerLog() {}

  static void into(Path logs) {
    try {
      FileHandler file = new FileHandler(logs.resolve("kafka.log").toString(), true);
      file.setFormatter(new SimpleFormatter());
      Handler errors = new ConsoleHandler();
      errors.setLevel(Level.SEVERE);
      for (Handler handler : List.of(ROOT.getHandlers())) {
        ROOT.removeHandler(handler);
      }
      ROOT.setLevel(Level.WARNING);
      ROOT.addHandler(file);
      ROOT.addHandler(errors);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot log into " + logs, e);
    }
  }
}
