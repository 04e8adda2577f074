package dev.tradewind.systemtests.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of other operators' resources that the chart may use, after their published
 * definitions; what is required there is required here.
 */
final class CustomResources {
  private CustomResources() {}

  /** KEDA's. */
  record ScaledObject(
      @JsonProperty(required = true) String apiVersion,
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) JsonNode metadata,
      @JsonProperty(required = true) Scaling spec) {
    record Scaling(
        @JsonProperty(required = true) Target scaleTargetRef,
        @JsonProperty(required = true) List<Trigger> triggers,
        int minReplicaCount,
        int maxReplicaCount) {}

    record Target(@JsonProperty(required = true) String name, String apiVersion, String kind) {}

    record Trigger(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) KafkaTrigger metadata,
        @Nullable AuthenticationRef authenticationRef) {}

    /** All values are text, also the numbers. */
    record KafkaTrigger(
        @JsonProperty(required = true) String bootstrapServers,
        @JsonProperty(required = true) String consumerGroup,
        @JsonProperty(required = true) String topic,
        String lagThreshold,
        String offsetResetPolicy,
        @Nullable String tls) {}

    record AuthenticationRef(@JsonProperty(required = true) String name) {}
  }

  /** Strimzi's. */
  record KafkaTopic(
      @JsonProperty(required = true) String apiVersion,
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) JsonNode metadata,
      @JsonProperty(required = true) Topic spec) {
    record Topic(String topicName, int partitions, int replicas, Map<String, JsonNode> config) {}
  }
}
