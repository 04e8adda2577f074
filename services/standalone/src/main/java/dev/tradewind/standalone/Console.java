package dev.tradewind.standalone;

import dev.tradewind.standalone.system.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the user sees: one line per step, with the seconds since the start. */
final class Console implements Progress {
  private final PrintStream out;
  private final long start = System.nanoTime();

  Console(PrintStream out) {
    this.out = out;
  }

  /** On the standard output, in UTF-8 where nothing else is asked for. */
  static Console standard() {
    String name =
        System.getProperty(
            "stdout.encoding",
            System.getProperty("sun.stdout.encoding", Charset.defaultCharset().name()));
    Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    boolean unset = charset.equals(StandardCharsets.US_ASCII);
    return new Console(
        new PrintStream(
            new FileOutputStream(FileDescriptor.out),
            true,
            unset ? StandardCharsets.UTF_8 : charset));
  }

  /** One line of progress. */
  void say(String text) {
    double seconds = (System.nanoTime() - start) / 1e9;
    out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, text));
  }

  @Override
  public void step(String what, Runnable work) {
    say(what + " …");
    work.run();
  }

  /** A paragraph after an empty line. */
  void show(List<String> lines) {
    out.println();
    lines.forEach(out::println);
  }

  void show(String... lines) {
    show(List.of(lines));
  }
}
