package dev.tradewind.alerts.indicator;

import dev.tradewind.alerts.store.Transaction;
import dev.tradewind.contracts.message.IndicatorEvent.RegionGroup;
import dev.tradewind.contracts.message.IndicatorEvent.SubmissionApplied;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;

/** The region groups, as the newest close tells them. */
public final class RegionGroups {
  private static final String ALL =
      "SELECT id, name_en, name_zh, members FROM region_group ORDER BY id";

  private static final String MEMBERS = "SELECT members FROM region_group WHERE id = $1";

  private static final String INSERT =
      "INSERT INTO region_group (id, name_en, name_zh, members) VALUES ($1, $2, $3, $4)";

  private RegionGroups() {}

  /** Takes in what a close says; true if the groups are other ones since. */
  public static boolean store(Transaction transaction, SubmissionApplied close) {
    if (!ReferenceStamp.advance(transaction, "groups", close, close.groups().isEmpty())) {
      return false;
    }
    List<RegionGroup> told =
        close.groups().stream().sorted(Comparator.comparing(RegionGroup::id)).distinct().toList();
    if (told.equals(all(transaction))) {
      return false;
    }
    transaction.update("DELETE FROM region_group", Tuple.tuple());
    transaction.batch(
        INSERT,
        told.stream()
            .map(
                group ->
                    Tuple.of(
                        group.id(),
                        group.nameEn(),
                        group.nameZh(),
                        group.members().toArray(String[]::new)))
            .toList());
    return true;
  }

  /** All groups, by id. */
  public static List<RegionGroup> all(Transaction transaction) {
    return transaction.query(ALL, Tuple.tuple()).stream()
        .map(
            row ->
                new RegionGroup(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    List.of(row.getArrayOfStrings(3))))
        .toList();
  }

  /** The members of a group; none if there is no such group. */
  public static List<String> members(Transaction transaction, String id) {
    List<Row> rows = transaction.query(MEMBERS, Tuple.of(id));
    return rows.isEmpty() ? List.of() : List.of(rows.get(0).getArrayOfStrings(0));
  }
}
