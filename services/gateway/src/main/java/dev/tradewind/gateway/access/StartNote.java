package dev.tradewind.gateway.access;

import dev.tradewind.gateway.keys.KeyCheck;
import dev.tradewind.gateway.login.OidcCallers;
import dev.tradewind.platform.access.AccessConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Says at start when nothing but existing keys lets anybody in. */
@Singleton
class StartNote {
  private static final Logger LOG = Logger.getLogger(StartNote.class);

  void note(@Observes StartupEvent event, AccessConfig access, OidcCallers oidc, KeyCheck keys) {
    if (access.anonymous() == AccessConfig.Anonymous.NONE
        && !oidc.takesTokens()
        && !oidc.takesSessions()
        && !keys.hasBootstrap()) {
      LOG.warn(
          "only API keys that exist already are let in: no OpenID provider (tradewind.oidc.*) and no"
              + " bootstrap secret (tradewind.keys.bootstrap.*) is configured");
    }
  }
}
