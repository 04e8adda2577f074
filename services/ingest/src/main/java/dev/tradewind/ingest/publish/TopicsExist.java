package dev.tradewind.ingest.publish;

import dev.tradewind.contracts.Topics;
import dev.tradewind.platform.kafka.RequiredTopics;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before someone has created the topics: ingest never does. */
@Readiness
@Singleton
class TopicsExist implements HealthCheck {
  private final RequiredTopics topics;

  TopicsExist(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    topics = new RequiredTopics(kafka, Topics.ALL);
  }

  @Override
  public HealthCheckResponse call() {
    String problem = topics.problem();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("Kafka topics").status(problem.isEmpty());
    return (problem.isEmpty() ? response : response.withData("problem", problem)).build();
  }

  @PreDestroy
  void close() {
    topics.close();
  }
}
