package dev.tradewind.alerts.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows what keeps the file of rules from being applied; alerts go on with the last good one. */
@Readiness
@ApplicationScoped
class RulesFileHealth implements HealthCheck {
  private final RulesFile file;

  RulesFileHealth(RulesFile file) {
    this.file = file;
  }

  @Override
  public HealthCheckResponse call() {
    String problem = file.problem();
    var response = HealthCheckResponse.named("rules file").up();
    return (problem.isEmpty() ? response : response.withData("problem", problem)).build();
  }
}
