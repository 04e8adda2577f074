package dev.tradewind.alerts.notification;

import static dev.tradewind.alerts.Samples.US_YTD;
import static dev.tradewind.alerts.Samples.millions;
import static dev.tradewind.alerts.Samples.units;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.rule.Severity;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final Group GROUP = new Group(US_YTD, YearMonth.of(2025, 8));

  @Test
  void whatReadsTheSameIsNoDifference() {
    Telling told = telling(firing(1, Severity.WARNING, units("70000000", "100000000")));
    Telling now = telling(firing(1, Severity.WARNING, units("70000400", "100000100")));
    assertThat(Difference.between(told, now).isEmpty()).isTrue();
  }

  @Test
  void everyKindOfChangeIsNamed() {
    Figures down = millions("70", "100");
    Telling told =
        telling(
            firing(1, Severity.WARNING, down),
            firing(2, Severity.CRITICAL, millions("50", "100")),
            firing(3, Severity.WARNING, down),
            firing(4, Severity.WARNING, down),
            firing(5, Severity.WARNING, down),
            firing(6, Severity.WARNING, down));
    Telling now =
        telling(
            firing(1, Severity.CRITICAL, millions("55", "100")),
            firing(2, Severity.WARNING, down),
            firing(3, Severity.WARNING, millions("71", "100")),
            member(4, Finding.CORRECTED, millions("99", "100")),
            member(5, Finding.WITHDRAWN, down),
            firing(6, Severity.WARNING, down),
            firing(7, Severity.WARNING, down),
            member(8, Finding.RECOVERED, millions("99", "100")),
            member(9, Finding.CORRECTED, millions("99", "100")));
    assertThat(Difference.between(told, now).changes())
        .extracting(change -> change.kind() + " " + change.now().incident())
        .containsExactly(
            "NEW 7",
            "WORSENED 1",
            "CORRECTED 3",
            "EASED 2",
            "CLEARED 4",
            "RECOVERED 8",
            "WITHDRAWN 5");
  }

  @Test
  void whatWasNeverToldNeedsNoTakingBack() {
    Telling now =
        telling(
            member(1, Finding.CORRECTED, millions("99", "100")),
            member(2, Finding.WITHDRAWN, millions("9", "100")));
    assertThat(Difference.between(telling(), now).isEmpty()).isTrue();
    assertThat(new Draft(null, now).reason()).isEqualTo(Draft.Reason.NOTHING_NEW);
  }

  @Test
  void aThereAndBackAgainIsNothingNew() {
    Telling told = telling(firing(1, Severity.WARNING, millions("70", "100")));
    assertThat(new Draft(told, told).reason()).isEqualTo(Draft.Reason.NOTHING_NEW);
    assertThat(new Draft(null, told).reason()).isEqualTo(Draft.Reason.FIRST);
  }

  @Test
  void anotherLabelIsADifference() {
    Telling told = telling(firing(1, Severity.WARNING, millions("70", "100")));
    Telling now = new Telling(GROUP, null, null, List.of("modelled"), told.members());
    assertThat(Difference.between(told, now).isEmpty()).isFalse();
  }

  @Test
  void theWorstComesFirstAndARegionOnce() {
    Telling telling =
        telling(
            firing(1, Severity.WARNING, millions("700", "1000")),
            firing(2, Severity.CRITICAL, millions("5", "15")),
            firing(3, Severity.CRITICAL, millions("50", "100")),
            new Member(
                4,
                "another-rule",
                "Another rule",
                "yoy",
                "at-or-below",
                "CN-C",
                Finding.FIRING,
                Severity.WARNING,
                new BigDecimal("-0.2"),
                new BigDecimal("-0.5"),
                millions("50", "100")));
    assertThat(telling.firing()).extracting(Member::incident).containsExactly(3L, 2L, 1L);
  }

  private static Telling telling(Member... members) {
    return new Telling(GROUP, null, null, List.of(), List.of(members));
  }

  private static Member firing(long id, Severity severity, Figures figures) {
    return new Member(
        id,
        "us-exports-drop",
        "Sharp drop of exports to the United States",
        "yoy",
        "at-or-below",
        region(id),
        Finding.FIRING,
        severity,
        new BigDecimal("-0.2"),
        figures.yoy(),
        figures);
  }

  private static Member member(long id, Finding finding, Figures figures) {
    return new Member(
        id,
        "us-exports-drop",
        "Sharp drop of exports to the United States",
        "yoy",
        "at-or-below",
        region(id),
        finding,
        Severity.WARNING,
        new BigDecimal("-0.2"),
        figures.yoy(),
        figures);
  }

  private static String region(long id) {
    return "CN-" + (char) ('@' + id);
  }
}
