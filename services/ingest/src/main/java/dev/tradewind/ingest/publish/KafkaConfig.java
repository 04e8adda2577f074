package dev.tradewind.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Kafka is written and read. The address is {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "tradewind.ingest.kafka")
public interface KafkaConfig {
  /** How many blocks may be unacknowledged at a time. */
  @WithDefault("64")
  int blocksInFlight();

  /** After so many blocks the worker notes that Kafka has them; a takeover goes on from there. */
  @WithDefault("1000")
  int noteEvery();

  /** A block that Kafka does not acknowledge for so long fails the attempt. */
  @WithDefault("30s")
  Duration deliveryTimeout();

  /** The group that follows what metrics has applied. */
  @WithDefault("tradewind-ingest")
  String group();

  /** The pause after the follower failed. */
  @WithDefault("2s")
  Duration followerBackoff();
}
