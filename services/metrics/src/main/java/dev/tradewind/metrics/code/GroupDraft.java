package dev.tradewind.metrics.code;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.contracts.code.Region;
import dev.tradewind.contracts.code.Sector;
import dev.tradewind.metrics.answer.Question;
import dev.tradewind.metrics.group.Group;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says a group is.
 *
 * @param kind region, partner or sector; only where it is made
 * @param id its name in the API; only where it is made
 * @param nameEn English name; the id if absent
 * @param nameZh Chinese name; the English one if absent
 * @param listedOn the day for which the list holds
 * @param source where it comes from
 * @param members codes, or HS prefixes for all years
 * @param editions HS prefixes by years, instead of members
 */
@RegisterForReflection
@Schema(name = "MetricsGroupDraft")
record GroupDraft(
    @Schema(enumeration = {"region", "partner", "sector"}) @Nullable String kind,
    @Schema(examples = "my-ports") @Nullable String id,
    @Nullable String nameEn,
    @Nullable String nameZh,
    @Schema(examples = "2025-01-01") @Nullable String listedOn,
    @Nullable String source,
    @Nullable List<String> members,
    @Nullable List<GroupEdition> editions) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{1,39}");
  private static final Pattern SECTOR_ID =
      Pattern.compile("[a-z][a-z0-9_-]{1,39}(:[a-z0-9_-]{1,40})?");
  private static final Pattern PREFIX = Pattern.compile("[0-9]{2,8}");
  private static final int MOST_MEMBERS = 2_000;
  private static final int LONGEST_TEXT = 500;

  Group.Kind checkedKind() {
    Group.Kind known = kind == null ? null : Group.Kind.of(kind);
    if (known == null) {
      throw Question.bad("kind", "'" + kind + "' is none of region, partner, sector.");
    }
    return known;
  }

  String checkedId(Group.Kind of) {
    Pattern pattern = of == Group.Kind.SECTOR ? SECTOR_ID : ID;
    if (id == null || !pattern.matcher(id).matches()) {
      throw Question.bad(
          "id", "'" + id + "' is not 2 to 40 small letters, digits and hyphens, such as my-ports.");
    }
    if (of == Group.Kind.SECTOR && (Sector.of(id) != null || id.startsWith("hs:"))) {
      throw Question.bad("id", "'" + id + "' is a sector of the code list; take another name.");
    }
    return id;
  }

  Group version(Group.Kind of, String name, int number) {
    String english = text("nameEn", nameEn, name);
    return new Group(
        of,
        name,
        number,
        english,
        text("nameZh", nameZh, english),
        day(),
        source == null ? null : text("source", source, ""),
        checkedEditions(of),
        false,
        Instant.EPOCH);
  }

  private List<Sector.Edition> checkedEditions(Group.Kind of) {
    List<Sector.Edition> checked = new ArrayList<>();
    if (editions != null && !editions.isEmpty()) {
      if (of != Group.Kind.SECTOR || (members != null && !members.isEmpty())) {
        throw Question.bad("editions", "only for a sector, and instead of members.");
      }
      for (GroupEdition edition : editions) {
        Integer first = edition.firstYear();
        Integer last = edition.lastYear();
        if (first != null && last != null && first > last) {
          throw Question.bad("editions", first + " is after " + last + ".");
        }
        checked.add(new Sector.Edition(first, last, members(of, edition.members())));
      }
    } else {
      checked.add(new Sector.Edition(null, null, members(of, members)));
    }
    return checked;
  }

  private static List<String> members(Group.Kind of, @Nullable List<String> codes) {
    if (codes == null || codes.isEmpty() || codes.size() > MOST_MEMBERS) {
      throw Question.bad("members", "give 1 to " + MOST_MEMBERS + " codes.");
    }
    for (String code : codes) {
      boolean known =
          code != null
              && switch (of) {
                case REGION -> Region.of(code) != null;
                case PARTNER -> Partner.of(code) != null;
                case SECTOR -> PREFIX.matcher(code).matches();
              };
      if (!known) {
        throw Question.bad(
            "members",
            "'"
                + code
                + "' is not "
                + switch (of) {
                  case REGION -> "an ISO 3166-2 code of a region; see /api/v1/regions.";
                  case PARTNER -> "an ISO 3166-1 alpha-3 code; see /api/v1/partners.";
                  case SECTOR -> "an HS prefix of 2 to 8 digits.";
                });
      }
    }
    return codes.stream().distinct().sorted().toList();
  }

  private @Nullable LocalDate day() {
    try {
      return listedOn == null ? null : LocalDate.parse(listedOn);
    } catch (DateTimeException e) {
      throw Question.bad("listedOn", "'" + listedOn + "' is not a date such as 2025-01-01.");
    }
  }

  private static String text(String name, @Nullable String given, String otherwise) {
    if (given == null || given.isBlank()) {
      return otherwise;
    }
    if (given.length() > LONGEST_TEXT) {
      throw Question.bad(name, "longer than " + LONGEST_TEXT + " characters.");
    }
    return given.strip();
  }
}
