package dev.tradewind.metrics.operation;

import dev.tradewind.contracts.Topics;
import dev.tradewind.platform.kafka.ConsumerStatus;
import dev.tradewind.platform.kafka.RequiredTopics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the topics exist, and data flow from Kafka into the database. */
@Readiness
@Singleton
class MetricsReadiness implements HealthCheck {
  private final MetricsService service;
  private final RequiredTopics topics;

  MetricsReadiness(
      MetricsService service, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.service = service;
    this.topics = new RequiredTopics(kafka, Topics.ALL);
  }

  @Override
  public HealthCheckResponse call() {
    ConsumerStatus consumer = service.consumerStatus();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("kafka");
    String missing = consumer.healthy() ? "" : topics.problem();
    if (!missing.isEmpty()) {
      return response.down().withData("reason", missing).build();
    }
    return (consumer.healthy() ? response.up() : response.down())
        .withData("consumer", consumer.state().name())
        .withData("reason", consumer.detail().isEmpty() ? "none" : consumer.detail())
        .build();
  }

  @PreDestroy
  void close() {
    topics.close();
  }
}
