package dev.tradewind.standalone;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the command line. An option with an empty value counts as absent, as Maven passes it. */
final class OptionsParser {
  private static final Set<String> FLAGS = Set.of("closed", "exit", "help");
  private static final Set<String> VALUES =
      Set.of("port", "files", "period", "data", "slack", "maven");
  private static final String SLACK_VARIABLE = "TRADEWIND_SLACK_WEBHOOK_URL";

  private OptionsParser() {}

  static Options parse(List<String> arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    String webhook = environment.getOrDefault(SLACK_VARIABLE, "");
    if (!webhook.isBlank()) {
      given.put("slack", webhook);
    }
    for (String argument : arguments) {
      read(argument, given);
    }
    return new Options(
        given.containsKey("port") ? OptionalInt.of(port(given.get("port"))) : OptionalInt.empty(),
        Optional.ofNullable(given.get("files")),
        Optional.ofNullable(given.get("period")).map(OptionsParser::month),
        Optional.ofNullable(given.get("data")).map(OptionsParser::path),
        Optional.ofNullable(given.get("slack")).map(OptionsParser::webhook),
        flag(given, "closed"),
        flag(given, "exit"),
        Optional.ofNullable(given.get("maven")).map(OptionsParser::path),
        flag(given, "help"));
  }

  private static void read(String argument, Map<String, String> given) {
    if (!argument.startsWith("--")) {
      throw new UsageException("Options begin with two dashes: " + argument);
    }
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    String value = equals < 0 ? "" : argument.substring(equals + 1).strip();
    if (FLAGS.contains(name)) {
      // Maven passes `-Dexit` as `true` and its absence as an empty value.
      given.put(name, equals < 0 ? "true" : value);
    } else if (!VALUES.contains(name)) {
      throw new UsageException("There is no option --" + name + ".");
    } else if (equals < 0) {
      throw new UsageException("--" + name + " needs a value: --" + name + "=…");
    } else if (!value.isEmpty()) {
      given.put(name, value);
    }
  }

  private static boolean flag(Map<String, String> given, String name) {
    String value = given.getOrDefault(name, "");
    return switch (value) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw new UsageException("--" + name + " is on or off, not " + value + ".");
    };
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new UsageException("--port is a number from 1 to 65535, not " + text + ".");
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException("--period is a month such as 2025-07, not " + text + ".");
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("This is no path: " + text);
    }
  }

  private static URI webhook(String text) {
    try {
      URI webhook = new URI(text);
      if ("https".equals(webhook.getScheme()) && webhook.getHost() != null) {
        return webhook;
      }
    } catch (URISyntaxException e) {
      // Said below, without the address: it is a secret.
    }
    throw new UsageException("--slack is an address that begins with https://.");
  }
}
