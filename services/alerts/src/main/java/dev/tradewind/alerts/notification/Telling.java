package dev.tradewind.alerts.notification;

import dev.tradewind.alerts.background.Background;
import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one version of a message has to tell.
 *
 * @param group what it is about
 * @param nation the nation's figures, for comparison
 * @param partial what the totals cover, such as {@code of 2 covered products}; null if everything
 * @param labels what the data are, if not official
 * @param members the incidents that observed the group's period
 * @param owners who looks after the rules, without repetition
 * @param background what stood around it; no change of it alone is told; null if not gathered
 */
public record Telling(
    Group group,
    @Nullable Figures nation,
    @Nullable String partial,
    List<String> labels,
    List<Member> members,
    List<String> owners,
    @Nullable Background background) {
  /** Copies and sorts: worst first. */
  public Telling {
    labels = List.copyOf(labels);
    // Tellings stored before there were owners have none.
    owners = owners == null ? List.of() : List.copyOf(owners);
    members = members.stream().sorted(Member.WORST_FIRST).toList();
  }

  /** Without background. */
  public Telling(
      Group group,
      @Nullable Figures nation,
      @Nullable String partial,
      List<String> labels,
      List<Member> members,
      List<String> owners) {
    this(group, nation, partial, labels, members, owners, null);
  }

  /** Nobody's. */
  public Telling(
      Group group,
      @Nullable Figures nation,
      @Nullable String partial,
      List<String> labels,
      List<Member> members) {
    this(group, nation, partial, labels, members, List.of());
  }

  /** The same with that background. */
  public Telling with(@Nullable Background gathered) {
    return new Telling(group, nation, partial, labels, members, owners, gathered);
  }

  /** The same without some incidents. */
  Telling without(Set<Long> incidents) {
    return new Telling(
        group,
        nation,
        partial,
        labels,
        members.stream().filter(member -> !incidents.contains(member.incident())).toList(),
        owners,
        background);
  }

  /** Those that deserve an alert, a region once: its worst. */
  public List<Member> firing() {
    return with(Finding.FIRING);
  }

  /** Those whose alert of an earlier period ended, a region once. */
  public List<Member> recovered() {
    return with(Finding.RECOVERED);
  }

  private List<Member> with(Finding finding) {
    Map<String, Member> worst = new LinkedHashMap<>();
    members.stream()
        .filter(member -> member.finding() == finding)
        .forEach(member -> worst.putIfAbsent(member.region(), member));
    return List.copyOf(worst.values());
  }

  /**
   * The same as far as it may be told: of incidents that are held, readers know what they were told
   * before, or nothing.
   *
   * @param held ids of incidents
   * @param told the version that was told; null if none was
   */
  Telling holding(Set<Long> held, @Nullable Telling told) {
    if (held.isEmpty()) {
      return this;
    }
    Map<Long, Member> known = new LinkedHashMap<>();
    if (told != null) {
      told.members().forEach(member -> known.put(member.incident(), member));
    }
    List<Member> tellable =
        members.stream()
            .flatMap(
                member ->
                    held.contains(member.incident())
                        ? Stream.ofNullable(known.get(member.incident()))
                        : Stream.of(member))
            .toList();
    return new Telling(group, nation, partial, labels, tellable, owners, background);
  }

  /** Whether a first message would have nothing to say. */
  public boolean silent() {
    return members.stream().noneMatch(Member::live);
  }
}
