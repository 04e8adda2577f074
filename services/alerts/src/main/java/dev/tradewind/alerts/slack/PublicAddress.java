package dev.tradewind.alerts.slack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where readers of a message find the rest. */
@ConfigMapping(prefix = "tradewind")
public interface PublicAddress {
  /** The gateway's address as readers reach it, for links in messages. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();
}
