package dev.tradewind.testing;

import dev.tradewind.embedded.slack.SlackStub;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A strict stand-in for Slack, which the service under test posts to. Test classes get it into
 * their non-private field of type {@link SlackStub}.
 */
public final class SlackResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable SlackStub slack;

  @Override
  public Map<String, String> start() {
    slack = SlackStub.start();
    return Map.of(
        "tradewind.slack.webhook-url",
        slack.webhookUrl().toString(),
        "tradewind.slack.allowed-hosts",
        "127.0.0.1,localhost",
        "tradewind.slack.api-url",
        slack.apiUrl().toString());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        Objects.requireNonNull(slack, "injected before it is started"),
        field -> field.getType().equals(SlackStub.class));
  }

  @Override
  public void stop() {
    if (slack != null) {
      slack.close();
    }
  }
}
