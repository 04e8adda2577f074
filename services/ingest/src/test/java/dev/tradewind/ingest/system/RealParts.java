package dev.tradewind.ingest.system;

import dev.tradewind.testing.KafkaResource;
import dev.tradewind.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** A real broker and a real database for all tests of this package. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "db", value = "ingest"))
@QuarkusTestResource(SourceParts.class)
final class RealParts {
  private RealParts() {}
}
