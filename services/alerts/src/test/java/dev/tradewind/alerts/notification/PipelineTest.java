package dev.tradewind.alerts.notification;

import static dev.tradewind.alerts.Samples.US_YTD;
import static dev.tradewind.alerts.Samples.millions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.inhibition.Inhibition;
import dev.tradewind.alerts.matching.Matchers;
import dev.tradewind.alerts.route.Notices;
import dev.tradewind.alerts.route.Route;
import dev.tradewind.alerts.route.Routing;
import dev.tradewind.alerts.rule.Severity;
import dev.tradewind.alerts.silence.Silence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final YearMonth AUGUST = YearMonth.of(2025, 8);
  private static final Group GROUP = new Group(US_YTD, AUGUST);
  private static final List<String> CHANNELS = List.of("default", "oncall");

  @Test
  void theNationKeepsProvincesOfNoHigherSeverityQuiet() {
    Pipeline pipeline = new Pipeline(Routing.DEFAULT, List.of(), CHANNELS);
    Candidate nation = firing(1, "CN", Severity.WARNING);
    Candidate warning = firing(2, "CN-YN", Severity.WARNING);
    Candidate critical = firing(3, "CN-GD", Severity.CRITICAL);
    assertThat(pipeline.held(List.of(nation, warning, critical)))
        .containsExactly(Map.entry(2L, "inhibited by incident 1"));
    assertThat(
            pipeline.held(List.of(firing(1, "CN", Severity.CRITICAL), warning, critical)).keySet())
        .containsExactly(2L, 3L);
    assertThat(pipeline.held(List.of(warning, critical))).isEmpty();
  }

  @Test
  void ofTwoRulesOnARegionTheCriticalOneSpeaks() {
    Pipeline pipeline = new Pipeline(Routing.DEFAULT, List.of(), CHANNELS);
    assertThat(
            pipeline
                .held(
                    List.of(
                        firing(1, "CN-YN", Severity.CRITICAL),
                        firing(2, "CN-YN", Severity.WARNING),
                        firing(3, "CN-GD", Severity.WARNING)))
                .keySet())
        .containsExactly(2L);
  }

  @Test
  void whatFiresNoMoreInhibitsNothing() {
    Pipeline pipeline = new Pipeline(Routing.DEFAULT, List.of(), CHANNELS);
    assertThat(
            pipeline.held(
                List.of(
                    candidate(1, "CN", Finding.CORRECTED, Severity.CRITICAL, List.of()),
                    firing(2, "CN-YN", Severity.WARNING))))
        .isEmpty();
  }

  @Test
  void nothingInhibitsItself() {
    Inhibition everything =
        new Inhibition(
            Matchers.of(List.of("severity=~.+")), Matchers.of(List.of("region=~.+")), List.of());
    Routing routing =
        new Routing(
            1, "", Route.EVERYTHING, List.of(), List.of(everything), Notices.OFF, List.of());
    assertThat(
            new Pipeline(routing, List.of(), CHANNELS)
                .held(
                    List.of(
                        firing(1, "CN-YN", Severity.CRITICAL),
                        firing(2, "CN-GD", Severity.WARNING))))
        .isEmpty();
  }

  @Test
  void aSilenceHoldsWhatItMatches() {
    Pipeline pipeline = new Pipeline(Routing.DEFAULT, List.of(silence("region=CN-YN")), CHANNELS);
    assertThat(
            pipeline.held(
                List.of(
                    firing(1, "CN-YN", Severity.WARNING), firing(2, "CN-GD", Severity.WARNING))))
        .containsExactly(Map.entry(1L, "silenced by 9"));
  }

  @Test
  void withoutRoutesEveryChannelIsToldInOneMessage() {
    Pipeline pipeline = new Pipeline(Routing.DEFAULT, List.of(), CHANNELS);
    var shares =
        pipeline.shares(
            GROUP,
            List.of(firing(1, "CN-YN", Severity.WARNING), firing(2, "CN-GD", Severity.WARNING)));
    assertThat(shares.keySet())
        .containsExactly(
            new Pipeline.Address("default", GROUP), new Pipeline.Address("oncall", GROUP));
    assertThat(shares.values()).allSatisfy(share -> assertThat(share.candidates()).hasSize(2));
  }

  @Test
  void aRuleMayNameItsChannelAndAnUnknownNameSwallowsNothing() {
    Pipeline pipeline = new Pipeline(Routing.DEFAULT, List.of(), CHANNELS);
    assertThat(channels(pipeline, List.of("oncall"))).containsExactly("oncall");
    assertThat(channels(pipeline, List.of("gone"))).containsExactly("default", "oncall");
  }

  @Test
  void messagesAreGroupedByTheLabelsOfTheirRoute() {
    Route byRegion =
        new Route(
            Matchers.NONE,
            List.of("default"),
            List.of("region", "desk", "partner"),
            null,
            null,
            null,
            false,
            List.of());
    Routing routing = new Routing(1, "", byRegion, List.of(), List.of(), Notices.OFF, List.of());
    assertThat(
            new Pipeline(routing, List.of(), CHANNELS)
                .shares(
                    GROUP,
                    List.of(
                        firing(1, "CN-YN", Severity.WARNING), firing(2, "CN-GD", Severity.WARNING)))
                .keySet())
        .extracting(address -> address.group().key())
        .containsExactly(
            "2025-08|USA|all|ytd|USD|desk=|region=CN-YN",
            "2025-08|USA|all|ytd|USD|desk=|region=CN-GD");
  }

  @Test
  void ofWhatIsHeldReadersKnowWhatTheyWereToldBefore() {
    Member told = firing(1, "CN-YN", Severity.WARNING).member();
    Member worse = firing(1, "CN-YN", Severity.CRITICAL).member();
    Member other = firing(2, "CN-GD", Severity.WARNING).member();
    Telling before = telling(told);
    Telling now = telling(worse, other);
    assertThat(now.holding(Set.of(1L, 2L), before).members()).containsExactly(told);
    assertThat(now.holding(Set.of(1L), before).members()).containsExactlyInAnyOrder(told, other);
    assertThat(now.holding(Set.of(1L, 2L), null).silent()).isTrue();
    assertThat(now.holding(Set.of(), before)).isEqualTo(now);
  }

  @Test
  void everySendHasItsReason() {
    Member yunnan = firing(1, "CN-YN", Severity.WARNING).member();
    Member worse = firing(1, "CN-YN", Severity.CRITICAL).member();
    Member guangdong = firing(2, "CN-GD", Severity.WARNING).member();
    Member gone = candidate(2, "CN-GD", Finding.CORRECTED, Severity.WARNING, List.of()).member();
    Member over = candidate(1, "CN-YN", Finding.WITHDRAWN, Severity.WARNING, List.of()).member();
    assertThat(new Draft(null, telling(yunnan)).why()).isEqualTo("first");
    assertThat(why(telling(yunnan), telling(yunnan, guangdong))).isEqualTo("new-members");
    assertThat(why(telling(yunnan, guangdong), telling(yunnan, gone))).isEqualTo("some-resolved");
    assertThat(why(telling(yunnan, guangdong), telling(over, gone))).isEqualTo("all-resolved");
    assertThat(why(telling(yunnan), telling(worse))).isEqualTo("corrected");
    assertThat(why(telling(yunnan), telling(yunnan))).isEqualTo("nothing-new");
    assertThat(reminder(telling(yunnan), telling(yunnan), Set.of())).isEqualTo("repeat");
    assertThat(reminder(telling(gone), telling(gone), Set.of())).isEqualTo("nothing-new");
    assertThat(reminder(telling(yunnan), telling(worse), Set.of())).isEqualTo("corrected");
    assertThat(reminder(telling(yunnan), telling(yunnan), Set.of(yunnan.incident())))
        .isEqualTo("nothing-new");
    assertThat(reminder(telling(yunnan), telling(yunnan), Set.of(-1L))).isEqualTo("repeat");
  }

  private static String why(Telling told, Telling now) {
    return new Draft(told, now).why();
  }

  private static String reminder(Telling told, Telling now, Set<Long> acknowledged) {
    return new Draft(told, now, true, acknowledged).why();
  }

  private static Telling telling(Member... members) {
    return new Telling(GROUP, null, null, List.of(), List.of(members));
  }

  private static Collection<String> channels(Pipeline pipeline, List<String> receivers) {
    return pipeline
        .shares(GROUP, List.of(candidate(1, "CN-YN", Finding.FIRING, Severity.WARNING, receivers)))
        .keySet()
        .stream()
        .map(Pipeline.Address::channel)
        .toList();
  }

  private static Silence silence(String matcher) {
    return new Silence(9, Matchers.of(List.of(matcher)), Instant.MIN, Instant.MAX);
  }

  private static Candidate firing(long id, String region, Severity severity) {
    return candidate(id, region, Finding.FIRING, severity, List.of());
  }

  private static Candidate candidate(
      long id, String region, Finding finding, Severity severity, List<String> receivers) {
    Member member =
        new Member(
            id,
            "us-exports-drop",
            "Sharp drop",
            "yoy",
            "at-or-below",
            region,
            finding,
            severity,
            new BigDecimal("-0.2"),
            new BigDecimal("-0.3"),
            millions("70", "100"));
    return Candidate.of(US_YTD, AUGUST, member, Map.of(), receivers, "");
  }
}
