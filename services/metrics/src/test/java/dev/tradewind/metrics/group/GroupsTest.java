package dev.tradewind.metrics.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.code.Sector;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2025-06-01T00:00:00Z");
  private static final Instant END = Instant.parse("2025-09-01T00:00:00Z");

  private static Group version(int number, Instant madeAt, boolean deleted, String... members) {
    return new Group(
        Group.Kind.REGION,
        "pair",
        number,
        "Pair",
        "两省",
        null,
        null,
        List.of(new Sector.Edition(null, null, List.of(members))),
        deleted,
        madeAt);
  }

  private static List<String> members(Groups groups, String reference) {
    Area area = groups.area(reference);
    return area == null ? List.of() : area.regions();
  }

  @Test
  void anIdMeansTheVersionOfTheTimeThatIsAskedFor() {
    Groups groups =
        new Groups(
            List.of(
                version(1, FIRST, false, "CN-GD"),
                version(2, SECOND, false, "CN-GD", "CN-ZJ"),
                version(3, END, true)));
    // Now it is no more, but at each time it was what it was then
    assertThat(members(groups, "pair")).isEmpty();
    assertThat(members(groups.at(END.minusSeconds(1)), "pair")).hasSize(2);
    assertThat(members(groups.at(SECOND), "pair")).hasSize(2);
    assertThat(members(groups.at(SECOND.minusSeconds(1)), "pair")).containsExactly("CN-GD");
    // Data from before it was made can be asked for by its first version
    assertThat(members(groups.at(FIRST.minusSeconds(1)), "pair")).containsExactly("CN-GD");
    // A named version is that version at any time
    assertThat(members(groups.at(FIRST), "pair@2")).hasSize(2);
    assertThat(members(groups, "pair@2")).hasSize(2);
  }
}
