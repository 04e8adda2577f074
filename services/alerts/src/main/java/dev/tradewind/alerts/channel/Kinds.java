package dev.tradewind.alerts.channel;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All kinds of channels. */
@Singleton
class Kinds {
  private final Map<String, ReceiverKind> kinds;

  Kinds(@All List<ReceiverKind> all) {
    this.kinds = new TreeMap<>(all.stream().collect(Collectors.toMap(ReceiverKind::id, k -> k)));
  }

  @Nullable ReceiverKind of(String id) {
    return kinds.get(id);
  }

  /** For people. */
  String names() {
    return String.join(", ", kinds.keySet());
  }
}
