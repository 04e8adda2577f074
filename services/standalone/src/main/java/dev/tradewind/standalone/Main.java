package dev.tradewind.standalone;

import dev.tradewind.standalone.client.ApiException;
import dev.tradewind.standalone.system.Installation;
import dev.tradewind.standalone.system.SystemStartException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Starts the whole system, feeds it files, shows what comes out and serves until stopped. */
public final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String MAVEN = "--maven=";

  private Main() {}

  /** See {@link Options#USAGE}. */
  public static void main(String[] arguments) {
    // Before anything logs: the broker's logger and ours are one.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.exit(run(List.of(arguments), Console.standard()));
  }

  private static int run(List<String> arguments, Console console) {
    // Even a command line that cannot be read must not look like success to Maven.
    Optional<Path> note =
        arguments.stream()
            .filter(argument -> argument.startsWith(MAVEN))
            .map(argument -> Path.of(argument.substring(MAVEN.length())))
            .findFirst();
    return FailureNote.around(note, () -> attempt(arguments, console));
  }

  private static int attempt(List<String> arguments, Console console) {
    try {
      Options options = OptionsParser.parse(arguments, System.getenv());
      if (options.help()) {
        console.show(Options.USAGE);
        return 0;
      }
      return new Demo(options, console, Installation.ofThisCode()).run();
    } catch (UsageException e) {
      console.show(String.valueOf(e.getMessage()), "", Options.USAGE);
      return MISUSED;
    } catch (SystemStartException e) {
      console.show("Tradewind cannot run: " + e.getMessage() + ".", e.advice());
      return FAILED;
    } catch (ApiException e) {
      console.show("Tradewind did not do what it should: " + e.getMessage());
      return FAILED;
    }
  }
}
