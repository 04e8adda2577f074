package dev.tradewind.metrics.group;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.group.Group.Kind;
import dev.tradewind.metrics.sector.SectorFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All groups in all versions, as one snapshot of the database has them. A reference is an id, which
 * means the newest version, or {@code id@version}.
 */
public final class Groups {
  /** No groups but the codes themselves. */
  public static final Groups NONE = new Groups(List.of());

  private final List<Group> versions;
  private final Instant then;

  /** Of those versions, in any order. */
  public Groups(Collection<Group> all) {
    this(all, Instant.MAX);
  }

  private Groups(Collection<Group> all, Instant then) {
    this.then = then;
    versions =
        all.stream()
            .sorted(
                Comparator.comparing(Group::kind)
                    .thenComparing(Group::id)
                    .thenComparing(Group::version, Comparator.reverseOrder()))
            .toList();
  }

  /** Every version of every group: by kind and id, newest first. */
  public List<Group> versions() {
    return versions;
  }

  /** The newest versions of the groups that there are. */
  public List<Group> current() {
    List<Group> current = new ArrayList<>();
    Group before = null;
    for (Group group : versions) {
      boolean newest =
          before == null || before.kind() != group.kind() || !before.id().equals(group.id());
      if (newest && !group.deleted()) {
        current.add(group);
      }
      before = group;
    }
    return current;
  }

  /**
   * The same as of an earlier time: an id means the newest version that was made by then, or the
   * first if the group was made later, so that earlier data can be asked for by it.
   */
  public Groups at(Instant instant) {
    return new Groups(versions, instant);
  }

  /** The group that a reference means. */
  public Optional<Group> find(Kind kind, String reference) {
    int at = reference.indexOf('@');
    String id = at < 0 ? reference : reference.substring(0, at);
    String version = at < 0 ? null : reference.substring(at + 1);
    List<Group> editions =
        versions.stream()
            .filter(group -> group.kind() == kind && group.id().equals(id))
            .filter(group -> version == null || String.valueOf(group.version()).equals(version))
            .toList();
    return editions.stream()
        .filter(group -> version != null || !group.madeAt().isAfter(then))
        .findFirst()
        .or(() -> editions.stream().reduce((newer, older) -> older))
        .filter(group -> !group.deleted());
  }

  /** The ids of a kind, for error messages. */
  public List<String> ids(Kind kind) {
    return current().stream().filter(g -> g.kind() == kind).map(Group::id).toList();
  }

  /** A region, the nation or a group of regions; null if there is none. */
  public @Nullable Area area(String reference) {
    Area area = Area.of(reference);
    return area != null
        ? area
        : find(Kind.REGION, reference).map(group -> area(reference, group)).orElse(null);
  }

  /** A partner, the world or a group of partners; null if there is none. */
  public @Nullable Partners partners(String reference) {
    if (reference.equals(Partner.WORLD) || Partner.of(reference) != null) {
      return Partners.of(reference);
    }
    return find(Kind.PARTNER, reference)
        .map(g -> new Partners(reference, g.nameEn(), g.nameZh(), g.members()))
        .orElse(null);
  }

  /** Everything, a sector of the code list, an HS prefix or a sector of one's own; or null. */
  public @Nullable SectorFilter sector(String reference) {
    SectorFilter listed = SectorFilter.of(reference);
    return listed != null
        ? listed
        : find(Kind.SECTOR, reference)
            .<SectorFilter>map(g -> new SectorFilter.Own(reference, g.editions()))
            .orElse(null);
  }

  /** The English name of a region, the nation or a group of regions; else the reference itself. */
  public String regionName(String reference) {
    Area area = area(reference);
    return area == null ? Region.nameEn(reference) : area.nameEn();
  }

  private static Area area(String reference, Group group) {
    return new Area(
        reference,
        group.nameEn(),
        group.nameZh(),
        group.members().stream()
            .map(code -> Objects.requireNonNull(RegionOrder.number(code), code))
            .sorted()
            .toList());
  }

  /** What may be said instead of a reference that means nothing. */
  public String allowedSectors() {
    List<String> ids = new ArrayList<>(Sector.all().stream().map(Sector::id).toList());
    ids.addAll(ids(Kind.SECTOR));
    return "all, hs: and 2 to 8 digits, or one of " + String.join(", ", ids);
  }
}
