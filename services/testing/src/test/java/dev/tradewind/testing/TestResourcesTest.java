package dev.tradewind.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Topics;
import dev.tradewind.embedded.slack.SlackStub;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class TestResourcesTest {
  private @Nullable SlackStub slack;

  @Test
  void oneBrokerHasTheTopicsForAllTests() throws Exception {
    // When two tests start it
    Map<String, String> first = new KafkaResource().start();
    Map<String, String> second = new KafkaResource().start();

    // Then it is one broker with all topics
    String address = first.getOrDefault("kafka.bootstrap.servers", "");
    assertThat(second).containsEntry("kafka.bootstrap.servers", address);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      assertThat(admin.listTopics().names().get()).containsAll(Topics.ALL);
      var exports = admin.describeTopics(Topics.ALL).topicNameValues().get(Topics.EXPORTS);
      assertThat(exports).isNotNull();
      assertThat(exports.get().partitions()).hasSize(3);
    }
  }

  @Test
  void eachStartHasADatabaseOfItsOwn() throws SQLException {
    // Given
    PostgresResource resource = new PostgresResource();
    resource.init(Map.of("db", "metrics"));

    // When two tests start it
    Map<String, String> first = resource.start();
    Map<String, String> second = resource.start();

    // Then both can be used, and they are not the same
    assertThat(catalog(first)).startsWith("metrics_").isNotEqualTo(catalog(second));
  }

  @Test
  void slackIsInjectedWhereItsAddressWasGiven() {
    // Given
    SlackResource resource = new SlackResource();
    Map<String, String> config = resource.start();

    // When
    resource.inject(this::injectIntoFields);

    // Then
    assertThat(slack).isNotNull();
    assertThat(config)
        .containsEntry("tradewind.slack.webhook-url", slack.webhookUrl().toString())
        .containsEntry("tradewind.slack.allowed-hosts", "127.0.0.1,localhost");
    resource.stop();
  }

  private void injectIntoFields(Object value, Predicate<Field> wanted) {
    for (Field field : TestResourcesTest.class.getDeclaredFields()) {
      if (wanted.test(field)) {
        slack = (SlackStub) value;
      }
    }
  }

  private static String catalog(Map<String, String> config) throws SQLException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                config.get("tradewind.db.host"),
                config.get("tradewind.db.port"),
                config.get("tradewind.db.name")));
    database.setUser(config.get("tradewind.db.user"));
    database.setPassword(config.get("tradewind.db.password"));
    try (Connection connection = database.getConnection()) {
      return connection.getCatalog();
    }
  }
}
