package dev.tradewind.standalone;

import dev.tradewind.standalone.system.Tradewind;
import dev.tradewind.standalone.system.Workspace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Leaves nothing behind, whether the run ends by itself, by Ctrl-C, or with its parent. */
final class Stopping {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final CountDownLatch begun = new CountDownLatch(1);

  private Stopping() {}

  /** Stops the system and clears up whenever this JVM ends in an orderly way. */
  static Stopping atEndOf(Tradewind system, Workspace workspace, Console console) {
    Stopping stopping = new Stopping();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.begun.countDown();
                  console.say("Stopping …");
                  try {
                    system.close();
                  } finally {
                    workspace.close();
                  }
                  console.say("Stopped.");
                },
                "stopping"));
    return stopping;
  }

  /**
   * Whether the end has begun, so that failures all around are no news. A terminal sends Ctrl-C to
   * the services as well, and one of them may be faster than we are: hence a moment's patience.
   */
  boolean begun() {
    try {
      return begun.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Also stops when the process that started this one ends, as Maven may without a word. */
  void withParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isPresent()) {
      var unused = parent.get().onExit().thenRun(() -> System.exit(0));
    }
  }
}
