package dev.tradewind.platform.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Whether the topics that a service uses exist: they are created before anyone produces, never by a
 * service.
 */
public final class RequiredTopics implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final List<String> topics;
  private final Admin admin;

  /** Over the service's {@code kafka.*} settings. */
  public RequiredTopics(Map<String, Object> kafka, Collection<String> topics) {
    this.topics = List.copyOf(topics);
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.keySet().retainAll(AdminClientConfig.configNames());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    this.admin = Admin.create(settings);
  }

  /** What is wrong, for readiness; empty if nothing is. */
  public String problem() {
    try {
      Set<String> existing = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Set<String> missing = new TreeSet<>(topics);
      missing.removeAll(existing);
      return missing.isEmpty() ? "" : "topics do not exist: " + String.join(", ", missing);
    } catch (ExecutionException | TimeoutException e) {
      return "Kafka does not answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(1));
  }
}
