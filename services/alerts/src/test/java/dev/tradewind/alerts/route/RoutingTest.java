package dev.tradewind.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
  private static final Routing ROUTING =
      RoutingCodec.read(
          """
          owner: desk@example.org
          timeIntervals:
            - name: night
              timeZone: Asia/Shanghai
              from: "22:00"
              to: "07:00"
            - name: weekend
              timeZone: Asia/Shanghai
              weekdays: [saturday, SUNDAY]
              from: "00:00"
              to: "00:00"
            - name: office
              timeZone: Europe/Berlin
              weekdays: [monday, tuesday, wednesday, thursday, friday]
              from: "09:00"
              to: "17:00"
          route:
            receivers: [default]
            mute: [night]
            routes:
              - match: [partner=USA, severity=critical]
                receivers: [oncall]
                continue: true
              - match: [partner=USA]
                receivers: [desk]
                groupBy: [rule]
                repeatInterval: P28D
                mute: []
                routes:
                  - match: ['region=~"CN-(GD|FJ)"']
                    receivers: [south]
              - match: [sector=toys]
                mute: [night, weekend]
          """);

  @Test
  void theFirstRouteThatMatchesTakesItAndContinueGoesOn() {
    assertThat(places(Map.of("partner", "USA", "severity", "critical", "region", "CN-YN")))
        .containsExactly("route.routes[0] [oncall]", "route.routes[1] [desk]");
    assertThat(places(Map.of("partner", "USA", "severity", "warning", "region", "CN-GD")))
        .containsExactly("route.routes[1].routes[0] [south]");
    assertThat(places(Map.of("partner", "VNM"))).containsExactly("route [default]");
    assertThat(places(Map.of("partner", "VNM", "sector", "toys")))
        .containsExactly("route.routes[2] [default]");
  }

  @Test
  void whatARouteDoesNotSayItTakesFromAbove() {
    Destination south =
        ROUTING.destinations(Map.of("partner", "USA", "region", "CN-GD"), List.of()).get(0);
    assertThat(south.groupBy()).containsExactly("rule");
    assertThat(south.timing().repeatInterval()).hasDays(28);
    assertThat(south.timing().mute()).isEmpty();
  }

  @Test
  void theReceiversOfARuleReplaceThoseOfTheFirstRoute() {
    assertThat(
            ROUTING.destinations(
                Map.of("partner", "USA", "severity", "critical"), List.of("special")))
        .singleElement()
        .satisfies(to -> assertThat(to.receivers()).containsExactly("special"))
        .satisfies(to -> assertThat(to.place()).isEqualTo("route.routes[0]"));
  }

  @ParameterizedTest
  @CsvSource({
    // 21:59 in Shanghai: now
    "night, '', 2025-09-01T13:59:00Z, 2025-09-01T13:59:00Z",
    // 22:00 and 06:59: until 07:00
    "night, '', 2025-09-01T14:00:00Z, 2025-09-01T23:00:00Z",
    "night, '', 2025-09-01T22:59:59Z, 2025-09-01T23:00:00Z",
    "night, '', 2025-09-01T23:00:00Z, 2025-09-01T23:00:00Z",
    // Saturday night in Shanghai: when the night after the weekend is over
    "night weekend, '', 2025-09-06T05:00:00Z, 2025-09-07T23:00:00Z",
    // Friday 17:00 in Berlin, summer time: Monday 09:00
    "'', office, 2025-09-05T15:00:00Z, 2025-09-08T07:00:00Z",
    // over the end of summer time
    "'', office, 2025-10-24T15:00:00Z, 2025-10-27T08:00:00Z"
  })
  void aMessageWaitsForItsTime(String mute, String active, Instant now, Instant opens) {
    assertThat(ROUTING.opens(new Timing(names(mute), names(active), null), now)).isEqualTo(opens);
  }

  @Test
  void aMessageThatMayNeverGoOutIsLookedAtAgain() {
    Instant now = Instant.parse("2025-09-01T00:00:00Z");
    Routing always =
        RoutingCodec.read(
            "timeIntervals: [{name: always, timeZone: UTC, from: '00:00', to: '00:00'}]");
    assertThat(always.opens(new Timing(List.of("always"), List.of(), null), now)).isAfter(now);
  }

  @Test
  void aDocumentReadsLikeItWasWritten() {
    assertThat(RoutingCodec.read(RoutingCodec.yaml(ROUTING))).isEqualTo(ROUTING);
    assertThat(RoutingCodec.read(RoutingCodec.json(ROUTING))).isEqualTo(ROUTING);
    assertThat(RoutingCodec.read(RoutingCodec.json(Routing.DEFAULT))).isEqualTo(Routing.DEFAULT);
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    Routing wrong =
        RoutingCodec.read(
            """
            timeIntervals:
              - {name: night, timeZone: UTC, from: "22:00", to: "07:00"}
              - {name: night, timeZone: UTC, from: "22:00", to: "07:00"}
            route:
              match: [partner=USA]
              receivers: [nowhere]
              mute: [day]
              routes:
                - groupBy: [severity]
                  repeatInterval: PT1M
            inhibitions:
              - source: [level=nation]
            notices:
              overdue: {receivers: [gone]}
            digests:
              - {name: weekly, weekday: monday, window: quarter}
            """);
    assertThat(RoutingCheck.violations(wrong, List.of("default")))
        .extracting(violation -> violation.parameter())
        .containsExactly(
            "timeIntervals[1].name",
            "route.match",
            "route.receivers",
            "route.mute",
            "route.routes[0].groupBy",
            "route.routes[0].repeatInterval",
            "inhibitions[0]",
            "notices.overdue.receivers",
            "digests[0].receivers",
            "digests[0].window");
    assertThat(RoutingCheck.violations(Routing.DEFAULT, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "route: {recievers: [a]} | route.recievers",
        "route: {match: [partner]} | route.match",
        "timeIntervals: [{name: a, timeZone: Mars}] | timeIntervals[0].timeZone",
        "'{' | not YAML",
        "'' | empty"
      })
  void whatCannotBeReadIsSaid(String text, String said) {
    assertThatThrownBy(() -> RoutingCodec.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aDigestHasItsHour() {
    DigestPlan weekly =
        RoutingCodec.read("digests: [{name: w, receivers: [a], weekday: monday, at: '09:00'}]")
            .digests()
            .get(0);
    // Monday 09:00 in Shanghai is 01:00 in UTC.
    assertThat(weekly.lastSlot(Instant.parse("2025-09-08T00:59:59Z")))
        .isEqualTo("2025-09-01T09:00+08:00[Asia/Shanghai]");
    assertThat(weekly.lastSlot(Instant.parse("2025-09-08T01:00:00Z")))
        .isEqualTo("2025-09-08T09:00+08:00[Asia/Shanghai]");
  }

  private static List<String> places(Map<String, String> labels) {
    return ROUTING.destinations(labels, List.of()).stream()
        .map(to -> to.place() + " " + to.receivers())
        .toList();
  }

  private static List<String> names(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
