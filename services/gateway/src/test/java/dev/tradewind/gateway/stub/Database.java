package dev.tradewind.gateway.stub;

import dev.tradewind.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Every test of the gateway has a database: without one it does not start. */
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "db", value = "gateway"),
    scope = TestResourceScope.GLOBAL)
class Database {}
