package dev.tradewind.metrics.export;

import dev.tradewind.contracts.code.Partner;
import dev.tradewind.metrics.coverage.MonthCover;
import dev.tradewind.metrics.group.Area;
import dev.tradewind.metrics.group.Groups;
import dev.tradewind.metrics.group.Partners;
import dev.tradewind.metrics.indicator.Money;
import dev.tradewind.metrics.indicator.Status;
import dev.tradewind.metrics.period.PeriodKey;
import dev.tradewind.metrics.reading.Reading;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes items of rows, with what each sum is worth. */
final class ExportItems {
  private final Reading reading;
  private final ExportQuestion question;
  private final Groups groups;

  ExportItems(Reading reading, ExportQuestion question) {
    this.reading = reading;
    this.question = question;
    this.groups = reading.groups();
  }

  /** The row's place in the list. */
  List<String> keys(Row row) {
    return List.copyOf(key(row).values());
  }

  ExportItem item(Row row) {
    Map<Dimension, String> key = key(row);
    String period = key.get(Dimension.PERIOD);
    String region = first(key, Dimension.REGION, Dimension.REGION_GROUP);
    String partner = first(key, Dimension.PARTNER, Dimension.PARTNER_GROUP);
    int columns = question.by().size();
    boolean quantities = question.byProduct();
    return new ExportItem(
        period == null ? null : PeriodKey.month(Integer.parseInt(period)).toString(),
        region,
        region == null ? null : groups.regionName(region),
        partner,
        partner == null ? null : partnerName(partner),
        first(key, Dimension.PRODUCT, Dimension.HS2, Dimension.HS4, Dimension.HS6, Dimension.HS8),
        key.get(Dimension.SECTOR),
        question.currency(),
        String.valueOf(Money.text(row.getLong(columns))),
        quantities ? text(row.getLong(columns + 1)) : null,
        quantities ? row.getString(columns + 2) : null,
        status(period, region, partner).id());
  }

  /** A sum is worth what the least known of its months is. */
  private Status status(
      @Nullable String period, @Nullable String region, @Nullable String partner) {
    List<Integer> months = months(period);
    List<Area> areas = region == null ? question.areas() : List.of(area(region));
    List<Partners> partners = partner == null ? question.partners() : List.of(partners(partner));
    boolean provisional = false;
    for (int month : months) {
      for (Partners one : partners.isEmpty() ? List.of(Partners.WORLD) : partners) {
        MonthCover cover = reading.coverage().month(month, one, question.sector());
        for (Area area : areas.isEmpty() ? List.of(Area.NATION) : areas) {
          if (!cell() && (cover.covered(area).isEmpty() || !cover.listed(area).isEmpty())) {
            return Status.HOLE;
          }
        }
        provisional |= cover.provisional();
      }
    }
    return provisional ? Status.PROVISIONAL : Status.OK;
  }

  /** Whether rows are single cells: what is listed is known, whatever else is not. */
  private boolean cell() {
    return question.windows().single()
        && question
            .by()
            .containsAll(
                List.of(Dimension.PERIOD, Dimension.REGION, Dimension.PRODUCT, Dimension.PARTNER));
  }

  private List<Integer> months(@Nullable String period) {
    if (period != null) {
      return question.windows().months(Integer.parseInt(period));
    }
    List<Integer> months = new ArrayList<>();
    question.windows().periods().forEach(p -> months.addAll(question.windows().months(p)));
    if (months.isEmpty()) {
      reading.coverage().months().stream().filter(question.windows()::holds).forEach(months::add);
    }
    return months;
  }

  private Area area(String region) {
    Area area = groups.area(region);
    return area == null ? Area.NATION : area;
  }

  private Partners partners(String code) {
    Partners partners = groups.partners(code);
    return partners == null ? Partners.of(code) : partners;
  }

  private String partnerName(String code) {
    Partners partners = groups.partners(code);
    return partners == null ? Partner.nameEn(code) : partners.nameEn();
  }

  private Map<Dimension, String> key(Row row) {
    Map<Dimension, String> key = new EnumMap<>(Dimension.class);
    int column = 0;
    for (Dimension dimension : question.by()) {
      key.put(dimension, String.valueOf(row.getValue(column++)));
    }
    return key;
  }

  private static @Nullable String first(Map<Dimension, String> key, Dimension... dimensions) {
    for (Dimension dimension : dimensions) {
      String found = key.get(dimension);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Long number) {
    return number == null ? null : number.toString();
  }
}
