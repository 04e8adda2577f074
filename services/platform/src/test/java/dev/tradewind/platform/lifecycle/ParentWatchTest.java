package dev.tradewind.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

  /** Waits for its standard input to end, which it never does by itself. */
  static final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws IOException {
      System.in.read();
    }
  }

  @Test
  void noticesThatTheLauncherWasKilled() throws Exception {
    // Given a launcher that runs
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName())
            .start();
    CountDownLatch noticed = new CountDownLatch(1);
    ParentWatch.whenEnded(launcher.pid(), noticed::countDown);
    assertThat(noticed.await(300, TimeUnit.MILLISECONDS)).isFalse();

    // When it is killed
    launcher.destroyForcibly();

    // Then
    assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void noticesThatTheLauncherIsGoneAlready() throws Exception {
    // Given a process that has ended
    Process ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .start();
    ended.waitFor();
    CountDownLatch noticed = new CountDownLatch(1);

    // When
    ParentWatch.whenEnded(ended.pid(), noticed::countDown);

    // Then
    assertThat(noticed.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
