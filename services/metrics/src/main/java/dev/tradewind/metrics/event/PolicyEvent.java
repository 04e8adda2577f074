package dev.tradewind.metrics.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that shapes trade.
 *
 * @param id its name in addresses, made from its first date and English title
 * @param date the day, or the first
 * @param endDate the last day, if it lasted
 * @param titleEn in English
 * @param titleZh in Chinese
 * @param kind see {@link EventKind}
 * @param source where it is from
 */
public record PolicyEvent(
    String id,
    LocalDate date,
    @Nullable LocalDate endDate,
    String titleEn,
    String titleZh,
    String kind,
    String source) {}
