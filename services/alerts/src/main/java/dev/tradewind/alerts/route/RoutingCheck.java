package dev.tradewind.alerts.route;

import dev.tradewind.alerts.inhibition.Inhibition;
import dev.tradewind.alerts.matching.Labels;
import dev.tradewind.contracts.period.Window;
import dev.tradewind.platform.problem.Problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a routing document, beyond its form. */
final class RoutingCheck {
  private static final int DEEPEST = 10;
  private static final int MOST_ROUTES = 500;
  private static final int LONGEST_NAME = 100;
  private static final Duration SHORTEST_REPEAT = Duration.ofHours(1);

  private final Routing routing;
  private final Collection<String> channels;
  private final Set<String> intervals = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();
  private int routes;

  private RoutingCheck(Routing routing, Collection<String> channels) {
    this.routing = routing;
    this.channels = channels;
  }

  /** Everything that is wrong; empty if nothing is. */
  static List<Violation> violations(Routing routing, Collection<String> channels) {
    RoutingCheck check = new RoutingCheck(routing, channels);
    check.intervals();
    check.root();
    check.route(routing.route(), "route", 1);
    check.inhibitions();
    check.notices();
    check.digests();
    if (routing.owner().length() > LONGEST_NAME) {
      check.wrong("owner", "use at most " + LONGEST_NAME + " characters.");
    }
    return List.copyOf(check.violations);
  }

  private void intervals() {
    for (int i = 0; i < routing.timeIntervals().size(); i++) {
      TimeInterval interval = routing.timeIntervals().get(i);
      String at = "timeIntervals[" + i + "]";
      if (isAbsent(interval.name())) {
        wrong(at + ".name", "give the interval a name.");
      } else if (!intervals.add(interval.name())) {
        wrong(at + ".name", "there is another interval '" + interval.name() + "'.");
      }
      if (interval.timeZone() == null) {
        wrong(at + ".timeZone", "name a time zone, such as Asia/Shanghai.");
      }
      if (interval.from() == null || interval.to() == null) {
        wrong(at, "give from and to, such as 22:00 and 07:00.");
      }
    }
  }

  private void root() {
    Route root = routing.route();
    if (!root.match().all().isEmpty()) {
      wrong("route.match", "the root takes everything: leave it out.");
    }
    if (root.goOn()) {
      wrong("route.continue", "there is nothing after the root: leave it out.");
    }
  }

  private void route(Route route, String at, int depth) {
    if (depth > DEEPEST || ++routes > MOST_ROUTES) {
      wrong(at, "use at most " + MOST_ROUTES + " routes, " + DEEPEST + " deep.");
      return;
    }
    receivers(route.receivers(), at + ".receivers");
    named(route.mute(), at + ".mute");
    named(route.active(), at + ".active");
    if (route.groupBy() != null) {
      for (String label : route.groupBy()) {
        if (Labels.CHANGING.contains(label)) {
          wrong(
              at + ".groupBy",
              "messages cannot be grouped by '"
                  + label
                  + "', which changes while an incident lasts.");
        }
      }
    }
    Duration repeat = route.repeatInterval();
    if (repeat != null && !repeat.isZero() && repeat.compareTo(SHORTEST_REPEAT) < 0) {
      wrong(at + ".repeatInterval", "use at least PT1H, or PT0S for never.");
    }
    for (int i = 0; i < route.routes().size(); i++) {
      route(route.routes().get(i), at + ".routes[" + i + "]", depth + 1);
    }
  }

  private void inhibitions() {
    for (int i = 0; i < routing.inhibitions().size(); i++) {
      Inhibition inhibition = routing.inhibitions().get(i);
      if (inhibition.source().all().isEmpty() || inhibition.target().all().isEmpty()) {
        wrong("inhibitions[" + i + "]", "give matchers for both source and target.");
      }
    }
  }

  private void notices() {
    notice(routing.notices().allClear(), "notices.allClear");
    notice(routing.notices().overdue(), "notices.overdue");
  }

  private void notice(NoticeRoute notice, String at) {
    receivers(notice.receivers(), at + ".receivers");
    named(notice.mute(), at + ".mute");
    named(notice.active(), at + ".active");
  }

  private void digests() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < routing.digests().size(); i++) {
      DigestPlan digest = routing.digests().get(i);
      String at = "digests[" + i + "]";
      if (isAbsent(digest.name()) || digest.name().contains("|")) {
        wrong(at + ".name", "give the digest a name without '|'.");
      } else if (!names.add(digest.name())) {
        wrong(at + ".name", "there is another digest '" + digest.name() + "'.");
      }
      if (digest.receivers().isEmpty()) {
        wrong(at + ".receivers", "name at least one channel.");
      }
      receivers(digest.receivers(), at + ".receivers");
      try {
        Window.of(digest.window());
      } catch (IllegalArgumentException e) {
        wrong(at + ".window", "use month, ytd, r12m or jan-feb.");
      }
    }
  }

  private void receivers(@Nullable List<String> receivers, String at) {
    if (receivers != null) {
      for (String receiver : receivers) {
        if (!channels.contains(receiver)) {
          wrong(at, ChannelNames.unknown(receiver, channels));
        }
      }
    }
  }

  private void named(@Nullable List<String> names, String at) {
    if (names != null) {
      for (String name : names) {
        if (!intervals.contains(name)) {
          wrong(at, "there is no time interval '" + name + "'.");
        }
      }
    }
  }

  private void wrong(String field, String detail) {
    violations.add(new Violation(field, detail));
  }

  @SuppressWarnings("ConstantValue") // JSON leaves absent fields null, whatever their type says
  private static boolean isAbsent(String text) {
    return text == null || text.isBlank() || text.length() > LONGEST_NAME;
  }
}
