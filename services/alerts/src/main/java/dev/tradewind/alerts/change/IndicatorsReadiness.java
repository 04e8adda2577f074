package dev.tradewind.alerts.change;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once indicator events flow. */
@Readiness
@ApplicationScoped
class IndicatorsReadiness implements HealthCheck {
  private final IndicatorConsumer consumer;

  IndicatorsReadiness(IndicatorConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public HealthCheckResponse call() {
    String problem = consumer.problem();
    var response = HealthCheckResponse.named("indicator events").status(problem.isEmpty());
    return (problem.isEmpty() ? response : response.withData("problem", problem)).build();
  }
}
