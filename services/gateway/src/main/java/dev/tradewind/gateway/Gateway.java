package dev.tradewind.gateway;

import dev.tradewind.gateway.edge.StrictConnections;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Gateway {
  private Gateway() {}

  /** Runs until it is told to end. */
  public static void main(String... arguments) {
    StrictConnections.enable();
    Quarkus.run(arguments);
  }
}
