package dev.tradewind.platform.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Recognizes the caller of every request of the main port. Who is not recognized goes on as nobody,
 * as far as {@link ClosedFilter}, which ends such requests: one place answers them all.
 */
@Singleton
class AccessMechanism implements HttpAuthenticationMechanism {
  private static final SecurityIdentity NOBODY =
      QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private static final int REMEMBERED = 1_000;

  private final Map<Caller, SecurityIdentity> identities = new ConcurrentHashMap<>();
  private final Recognition recognition;
  private final AnonymousRule anonymous;

  AccessMechanism(Recognition recognition, AccessConfig config) {
    this.recognition = recognition;
    this.anonymous = new AnonymousRule(config.anonymous());
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager unused) {
    return recognition.recognize(context).map(finding -> identity(context, finding));
  }

  private SecurityIdentity identity(RoutingContext context, Finding finding) {
    Finding last = finding instanceof Finding.Absent ? anonymous.judge(context.request()) : finding;
    if (last instanceof Finding.Recognized recognized) {
      if (identities.size() >= REMEMBERED) {
        identities.clear();
      }
      return identities.computeIfAbsent(recognized.caller(), Caller::identity);
    }
    if (last instanceof Finding.Refused refused) {
      context.put(ClosedFilter.REFUSAL, refused.problem());
    }
    return NOBODY;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ClosedFilter.CHALLENGE));
  }

  /** Before any mechanism that an extension brings: the recognition asks it if it wants to. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1_000;
  }
}
