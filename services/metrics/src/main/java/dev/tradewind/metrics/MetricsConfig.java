package dev.tradewind.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the metrics service. */
@ConfigMapping(prefix = "tradewind.metrics")
public interface MetricsConfig {
  /** Bases below this many units of the currency get the status {@code low-base}. */
  @WithDefault("1000000")
  long lowBase();

  /** The Kafka consumer group that all replicas share. */
  @WithDefault("tradewind-metrics")
  String group();

  /** The most records one transaction stages; a block holds up to 500 rows. */
  @WithDefault("100")
  int batchRecords();

  /**
   * How often every replica looks for complete submissions and unsent events without being woken.
   */
  @WithDefault("2s")
  Duration sweep();

  /** How many rendered answers are kept until the next merge. */
  @WithDefault("1000")
  int cachedAnswers();

  /**
   * How long logs are kept: revisions and diverted records. For ever if absent; vintages always.
   */
  Optional<Duration> keepLogs();

  /** The series that are told about without being asked: what alerts may be set on. */
  Watched watched();

  /** Every partner with every sector in every window. */
  interface Watched {
    /** ISO 3166-1 alpha-3 codes, {@code X} and a customs code, or {@code WLD}. */
    @WithDefault("USA")
    List<String> partners();

    /**
     * {@code all}, sectors of the code list such as {@code furniture:broad}, or chapters such as
     * {@code hs:85}; everything and the default variant of every sector if absent.
     */
    Optional<List<String>> sectors();

    /** {@code month}, {@code ytd}, {@code r12m} and {@code jan-feb}, or some of them. */
    @WithDefault("month,ytd,r12m,jan-feb")
    List<String> windows();
  }

  /** How long the reader of a stream of all facts is waited for. */
  Bulk bulk();

  /** Bounds of {@code /exports/bulk}: each stream holds a snapshot of the database and a thread. */
  interface Bulk {
    /** The longest that the client may leave what was sent unread. */
    @WithDefault("1m")
    Duration stall();

    /** The longest that the whole stream may take. */
    @WithDefault("30m")
    Duration longest();
  }

  /** When the source publishes: what is missing before that is not yet due, not a hole. */
  Release release();

  /** The release calendar. */
  interface Release {
    /** The day of the following month by which a month's data are published. */
    @WithDefault("20")
    int day();

    /** Whether January comes together with February, as the source combines them. */
    @WithDefault("true")
    boolean januaryWithFebruary();

    /** Days of single months that differ, such as {@code "2025-07"=2025-08-22}. */
    Map<String, LocalDate> dates();
  }
}
