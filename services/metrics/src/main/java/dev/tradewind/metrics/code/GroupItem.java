package dev.tradewind.metrics.code;

import dev.tradewind.metrics.answer.Column;
import dev.tradewind.metrics.answer.CsvTable;
import dev.tradewind.metrics.group.Group;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group of regions or partners, or a sector of one's own, in one version. */
@RegisterForReflection
@Schema(name = "MetricsGroup")
record GroupItem(
    @Schema(enumeration = {"region", "partner", "sector"}) String kind,
    @Schema(examples = "asean") String id,
    @Schema(description = "from 1; id@version names it for ever") int version,
    String nameEn,
    String nameZh,
    @Schema(description = "the day for which the list holds", examples = "2023-06-30")
        @Nullable String listedOn,
    @Nullable String source,
    @Schema(description = "codes; HS prefixes for a sector") List<String> members,
    @Schema(description = "the members by years, for a sector") List<GroupEdition> editions,
    @Schema(description = "whether this version says that the group is no more") boolean deleted,
    String madeAt) {
  private static final List<Column<GroupItem>> COLUMNS =
      List.of(
          new Column<>("kind", GroupItem::kind),
          new Column<>("id", GroupItem::id),
          new Column<>("version", GroupItem::version),
          new Column<>("nameEn", GroupItem::nameEn),
          new Column<>("nameZh", GroupItem::nameZh),
          new Column<>("listedOn", GroupItem::listedOn),
          new Column<>("source", GroupItem::source),
          new Column<>("members", item -> String.join(" ", item.members)),
          new Column<>("madeAt", GroupItem::madeAt));

  static GroupItem of(Group group) {
    return new GroupItem(
        group.kind().id(),
        group.id(),
        group.version(),
        group.nameEn(),
        group.nameZh(),
        group.listedOn() == null ? null : group.listedOn().toString(),
        group.source(),
        group.members(),
        group.kind() == Group.Kind.SECTOR
            ? group.editions().stream()
                .map(e -> new GroupEdition(e.firstYear(), e.lastYear(), e.prefixes()))
                .toList()
            : List.of(),
        group.deleted(),
        group.madeAt().toString());
  }

  static CsvTable csv(List<GroupItem> items) {
    return CsvTable.of(COLUMNS, items);
  }
}
