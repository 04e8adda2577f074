package dev.tradewind.standalone;

import dev.tradewind.standalone.system.Tradewind;
import dev.tradewind.standalone.system.Workspace;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Leaves nothing behind, whether the run ends by itself, by Ctrl-C, or with its parent. */
final class Stopping {
  private final AtomicBoolean begun = new AtomicBoolean();

  private Stopping() {}

  /** Stops the system and clears up whenever this JVM ends in an orderly way. */
  static Stopping atEndOf(Tradewind system, Workspace workspace, Console console) {
    Stopping stopping = new Stopping();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.begun.set(true);
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

  /** Whether the end has begun, so that failures all around are no news. */
  boolean begun() {
    return begun.get();
  }

  /** Also stops when the process that started this one ends, as Maven may without a word. */
  void withParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isPresent()) {
      var unused = parent.get().onExit().thenRun(() -> System.exit(0));
    }
  }
}
