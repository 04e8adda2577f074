package dev.tradewind.platform.lifecycle;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Stops the service when its launcher has ended, also when the launcher was killed. */
@Singleton
class ParentWatch {
  private static final Logger LOG = Logger.getLogger(ParentWatch.class);

  void watch(@Observes StartupEvent event, ParentConfig config) {
    config.pid().ifPresent(pid -> whenEnded(pid, () -> stop(pid)));
  }

  /** Runs the action when no process has that id any more, at once if there is none. */
  static void whenEnded(long pid, Runnable action) {
    Optional<ProcessHandle> parent = ProcessHandle.of(pid);
    if (parent.isPresent()) {
      var unused = parent.get().onExit().thenRun(action);
    } else {
      action.run();
    }
  }

  private static void stop(long pid) {
    LOG.warnf("the launcher, process %d, has ended: stopping", pid);
    Quarkus.asyncExit(0);
  }
}
