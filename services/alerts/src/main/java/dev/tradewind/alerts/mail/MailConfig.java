package dev.tradewind.alerts.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The server that e-mail goes through. */
@ConfigMapping(prefix = "tradewind.mail")
public interface MailConfig {
  /** The SMTP server; without it channels of e-mail are not configured. */
  Optional<String> host();

  /** Its port. */
  @WithDefault("587")
  int port();

  /** The address that messages are from. */
  Optional<String> from();

  /** Whether the connection must be encrypted by STARTTLS: REQUIRED, OPTIONAL or DISABLED. */
  @WithDefault("REQUIRED")
  String startTls();

  /** Whether the connection is encrypted from its beginning, as on port 465. */
  @WithDefault("false")
  boolean tls();

  /** The user, if the server wants one. */
  Optional<String> username();

  /** The user's password: a secret. */
  Optional<String> password();
}
