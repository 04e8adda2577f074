package dev.tradewind.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.platform.problem.Problem;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the gateway's tokens for this service, and nothing else. */
@Singleton
@DefaultBean
class ServiceRecognition implements Recognition {
  private static final Finding ABSENT = new Finding.Absent();
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([^ ]+) *");

  private final GatewayKeys keys;
  private final TokenVerifier verifier;
  private final ObjectMapper mapper;

  ServiceRecognition(TokenConfig config, GatewayKeys keys, ObjectMapper mapper) {
    String audience =
        config
            .audience()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "tradewind.access.token.audience must be the service's name"));
    this.keys = keys;
    this.verifier = new TokenVerifier(config.issuer(), audience);
    this.mapper = mapper;
  }

  @Override
  public Uni<Finding> recognize(RoutingContext context) {
    String header = context.request().getHeader("Authorization");
    if (header == null) {
      return Uni.createFrom().item(ABSENT);
    }
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      return refused("Only bearer tokens of the gateway are known here.");
    }
    String token = bearer.group(1);
    PublishedKeys fresh = keys.fresh();
    TokenVerifier.Verified known = fresh == null ? null : fresh.remembered(token);
    return known != null
        ? Uni.createFrom().item(new Finding.Recognized(known.caller()))
        : judge(token, fresh);
  }

  private Uni<Finding> judge(String token, @Nullable PublishedKeys fresh) {
    String keyId;
    try {
      keyId = verifier.keyId(token);
    } catch (TokenVerifier.BadTokenException e) {
      return refused(String.valueOf(e.getMessage()));
    }
    if (fresh != null && fresh.get(keyId) != null) {
      return Uni.createFrom().item(judge(token, keyId, fresh));
    }
    Context own = Vertx.currentContext();
    return keys.fetch()
        // The fetch may be another request's, on another thread.
        .emitOn(work -> own.runOnContext(ignored -> work.run()))
        .map(fetched -> judge(token, keyId, fetched));
  }

  private Finding judge(String token, String keyId, PublishedKeys used) {
    PublicKey key = used.get(keyId);
    if (keys.areStale(used) || (key == null && !keys.areComplete())) {
      return new Finding.Refused(
          AccessProblems.cannotJudge("The gateway does not answer with its public keys."));
    }
    if (key == null) {
      return bad("The token is not signed by the gateway.");
    }
    try {
      TokenVerifier.Verified verified = verifier.verify(token, key);
      used.remember(token, verified);
      return new Finding.Recognized(verified.caller());
    } catch (TokenVerifier.BadTokenException e) {
      return bad(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void refuse(RoutingContext context, Problem problem) {
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        // The body was not read; the connection cannot be used again.
        .putHeader("Connection", "close")
        .end(json(problem));
  }

  private static Uni<Finding> refused(String reason) {
    return Uni.createFrom().item(bad(reason));
  }

  private static Finding bad(String reason) {
    return new Finding.Refused(AccessProblems.badCredentials(reason));
  }

  private String json(Problem problem) {
    try {
      return mapper.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
