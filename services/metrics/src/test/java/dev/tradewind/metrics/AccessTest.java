package dev.tradewind.metrics;

import dev.tradewind.testing.access.ClosedService;
import dev.tradewind.testing.access.GatewayStub;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod that is reached directly gives nothing away. */
@QuarkusTest
@WithTestResource(GatewayStub.class)
class AccessTest {
  GatewayStub gateway;

  private ClosedService service;

  @BeforeEach
  void close() {
    service = new ClosedService("metrics", gateway);
  }

  @Test
  void strangersGetNothing() {
    service.refusesStrangers();
  }

  @Test
  void badTokensOpenNothing() {
    service.refusesBadTokens();
  }

  @Test
  void lowerRolesOpenNothing() {
    service.refusesLowerRoles();
  }

  @Test
  void theRoleThatAnOperationNamesOpensIt() {
    service.admitsTheRole();
  }
}
