package dev.tradewind.alerts.slack.message;

import static dev.tradewind.alerts.LetterSamples.critical;
import static dev.tradewind.alerts.LetterSamples.figures;
import static dev.tradewind.alerts.LetterSamples.member;
import static dev.tradewind.alerts.LetterSamples.telling;
import static dev.tradewind.alerts.LetterSamples.warning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.wording.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages as readers get them; each golden file was read by a person before it was kept. */
class MessageGoldenTest {
  private static final SlackMessages MESSAGES =
      new SlackMessages(URI.create("https://tradewind.example/"));

  private static final Figures YUNNAN =
      figures("261000000", "900000000", "-0.71", "0.039545", "-0.001907");
  private static final Figures SHANXI =
      figures("1584000000", "3040000000", "-0.478947", "0.225", "-0.004346");
  private static final Figures CHONGQING =
      figures("5460000000", "7900000000", "-0.308861", "0.134815", "-0.007284");
  private static final Figures HUNAN =
      figures("3000000000", "4200000000", "-0.285714", "0.117647", "-0.003582");
  private static final Figures SHANDONG =
      figures("17867091", "41434109", "-0.568783", null, "-0.024383");

  @Test
  void severalProvincesOfModelledData() {
    golden(
        "first-several-modelled",
        new Draft(
            null,
            telling(
                null,
                List.of("modelled"),
                warning(1, "CN-HN", HUNAN),
                critical(2, "CN-YN", YUNNAN),
                warning(3, "CN-CQ", CHONGQING),
                critical(4, "CN-SX", SHANXI))));
  }

  @Test
  void oneProvinceOfTwoProducts() {
    golden(
        "first-one-partial",
        new Draft(null, telling("of 2 covered products", List.of(), critical(1, "CN-SD", SHANDONG))));
  }

  @Test
  void aRecoveryAlone() {
    golden(
        "first-recovered",
        new Draft(
            null,
            telling(
                null,
                List.of(),
                member(
                    1,
                    "CN-CQ",
                    Finding.RECOVERED,
                    Severity.WARNING,
                    figures("7000000000", "7900000000", "-0.113924", "0.14", "-0.002687")))));
  }

  @Test
  void aCorrectionNamesExactlyWhatChanged() {
    Telling told =
        telling(
            null,
            List.of(),
            critical(1, "CN-YN", figures("432000000", "900000000", "-0.52", "0.04", "-0.0014")),
            warning(2, "CN-HN", HUNAN),
            warning(3, "CN-CQ", CHONGQING),
            critical(4, "CN-SX", SHANXI),
            warning(5, "CN-SD", figures("2800000000", "4000000000", "-0.3", "0.1", "-0.004")));
    Telling now =
        telling(
            null,
            List.of(),
            warning(1, "CN-YN", figures("621000000", "900000000", "-0.31", "0.05", "-0.0008")),
            critical(2, "CN-HN", figures("2100000000", "4200000000", "-0.5", "0.09", "-0.0063")),
            member(
                3,
                "CN-CQ",
                Finding.CORRECTED,
                Severity.WARNING,
                figures("7100000000", "7900000000", "-0.101266", "0.15", "-0.0024")),
            member(4, "CN-SX", Finding.WITHDRAWN, Severity.CRITICAL, SHANXI),
            warning(5, "CN-SD", figures("3100000000", "4000000000", "-0.225", "0.11", "-0.0027")),
            warning(6, "CN-HE", figures("3000000000", "4000000000", "-0.25", null, "-0.003")));
    golden("correction", new Draft(told, now));
  }

  private static void golden(String name, Draft draft) {
    golden(name, draft, Language.EN);
    golden("zh/" + name, draft, Language.ZH);
  }

  private static void golden(String name, Draft draft, Language language) {
    String json = MESSAGES.write(draft, language).json().toPrettyString();
    String resource = "/golden/" + name + ".json";
    if (System.getenv("WRITE_GOLDEN") != null) { try { var p = java.nio.file.Path.of("src/test/resources" + resource); java.nio.file.Files.createDirectories(p.getParent()); java.nio.file.Files.writeString(p, json + "\n"); return; } catch (IOException e) { throw new UncheckedIOException(e); } }
    try (InputStream stream = MessageGoldenTest.class.getResourceAsStream(resource)) {
      String expected =
          stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
      assertThat(json.replace("\r\n", "\n")).as(resource).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
