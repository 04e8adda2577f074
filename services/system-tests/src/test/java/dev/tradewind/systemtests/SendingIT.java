package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.testing.CustomsColumn;
import dev.tradewind.testing.CustomsFile;
import dev.tradewind.testing.CustomsRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A person sends files from the page, and sees what becomes of them. */
@ExtendWith(ModelledSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingIT {
  private final RunningSystem system;
  private final Browser browser;

  SendingIT(RunningSystem system) {
    assumeTrue(
        Chromium.isHere() || System.getenv("CI") != null,
        "no browser: name one in tradewind.chromium");
    this.system = system;
    this.browser = Browser.open(system.api().gateway().resolve("/"));
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @BeforeEach
  void openThePanel() {
    browser.go(system.api().gateway().resolve("/"));
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> browser.run("document.querySelector('#sending-send') !== null").asBoolean());
    browser.awaitText("#data-label", "modelled");
    browser.run("document.querySelector('#sending').open = true");
    // Every step that the page shows, however short.
    browser.run(
        "window.steps = []; new MutationObserver(() => window.steps.push("
            + "document.querySelector('#sending-step').textContent)).observe("
            + "document.querySelector('#sending-step'), {childList: true, characterData: true,"
            + " subtree: true})");
  }

  /** In yuan, so that other tests' figures do not see it. */
  private static CustomsFile file(long value) {
    return CustomsFile.cny()
        .row("2024-11", "CN-GD", "USA", "95030000", value)
        .row("2024-11", "CN-ZJ", "USA", "95030000", 4_711);
  }

  @Test
  void aFileIsSentFollowedAndApplied(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("november.csv"), file(1_234_567).bytes());

    browser.choose("#sending-files", file);
    browser.click("#sending-send");
    browser.awaitText("#sending-state", "Applied.");

    browser.picture("sending-applied", "#sending");
    String steps = browser.run("window.steps.join('|')").asText();
    assertThat(steps).contains("Sending");
    Awaitility.await("the bar goes")
        .until(() -> browser.run("document.querySelector('#sending-progress').hidden").asBoolean());
    String link =
        browser.run("document.querySelector('#sending-state a').getAttribute('href')").asText();
    String id = link.substring(link.lastIndexOf('/') + 1);
    assertThat(system.api().submission(id).path("state").asText()).isEqualTo("applied");
    assertThat(system.api().submission(id).at("/files/0/name").asText()).isEqualTo("november.csv");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aBadFileIsShownWithItsProblems(@TempDir Path directory) throws IOException {
    CustomsRow good = CustomsRow.of("2024-11", "CN-ZJ", "VNM", "95030000", 4_711);
    Path file =
        Files.write(
            directory.resolve("bad.csv"),
            CustomsFile.cny().row(good).row(good.with(CustomsColumn.REGION, "99")).bytes());

    browser.choose("#sending-files", file);
    browser.click("#sending-send");
    browser.awaitText("#sending-state", "Rejected");
    browser.awaitText("#sending-result", "unknown-region");

    browser.picture("sending-rejected", "#sending-result");
    assertThat(browser.text("#sending-result")).contains("bad.csv", "3", "31 regions");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPreviewSaysWhatWouldHappenAndNothingDoes(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("maybe.csv"), file(99).bytes());
    int before = system.api().list("/submissions", java.util.Map.of()).size();

    browser.choose("#sending-files", file);
    browser.click("#sending-preview");
    browser.awaitText("#sending-result", "would be accepted");

    browser.picture("sending-preview", "#sending-result");
    assertThat(browser.text("#sending-result")).contains("gacc-csv", "GB18030", "CN-GD");
    assertThat(system.api().list("/submissions", java.util.Map.of())).hasSize(before);
  }
}
