package dev.tradewind.testing.oidc;

import java.io.IOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Starts the provider on the loopback port given as the only argument, says {@code ready} on a line
 * of its own, and ends with its standard input, that is, with whoever started it.
 */
@EnableAutoConfiguration
@Import({ProviderConfiguration.class, Control.class})
public class Provider {
  /** Starts it. */
  public static void main(String[] arguments) throws IOException {
    String port = arguments[0];
    ConfigurableApplicationContext running =
        new SpringApplicationBuilder(Provider.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(org.springframework.boot.Banner.Mode.OFF)
            .properties(
                Map.of(
                    "server.address", "127.0.0.1",
                    "server.port", port,
                    "provider.issuer", "http://127.0.0.1:" + port,
                    "logging.level.root", "WARN",
                    "spring.jmx.enabled", "false"))
            .run();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Nothing is expected but the end.
    }
    SpringApplication.exit(running);
  }
}
