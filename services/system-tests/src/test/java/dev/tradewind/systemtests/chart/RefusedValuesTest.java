package dev.tradewind.systemtests.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that cannot work do not install, and the message names what is wrong. */
class RefusedValuesTest {
  private static final String OPEN = "access: { anonymous: unsafe-anyone }\n";

  @Test
  void withoutAWayInNothingIsInstalled() {
    assertThatThrownBy(() -> Chart.values(""))
        .hasMessageContaining("does not install without a way in")
        .hasMessageContaining("access.bootstrapSecret.name")
        .hasMessageContaining("access.oidc.issuer")
        .hasMessageContaining("access.anonymous=unsafe-anyone");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a name that does not exist      | kafak: {}                                             | kafak",
        "a typing error further down     | kafka: { external: { bootstrapServer: a:1 } }         | bootstrapServer",
        "a service that does not exist   | services: { frontend: {} }                            | frontend",
        "a setting no service has        | services: { ingest: { replica: 2 } }                  | replica",
        "an unknown kind of access       | access: { anonymous: loopback }                       | anonymous",
        "open, and yet an issuer         | access: { anonymous: unsafe-anyone, oidc: { issuer: 'https://a' } } | issuer",
        "open, and yet a bootstrap       | access: { anonymous: unsafe-anyone, bootstrapSecret: { name: a } } | bootstrapSecret",
        "sign-in without a provider      | access: { anonymous: none, bootstrapSecret: { name: a }, oidc: { login: { enabled: true, clientSecret: { name: a }, cookieSecret: { name: a } } } } | issuer",
        "sign-in without secrets         | access: { anonymous: none, oidc: { issuer: 'https://a', login: { enabled: true } } } | clientSecret",
        "an issuer that is no address    | access: { anonymous: none, oidc: { issuer: login } }  | issuer",
        "a role without a name           | access: { anonymous: none, oidc: { issuer: 'https://a', roles: { viewer: [] } } } | viewer",
        "a quantity Kubernetes lacks     | defaults: { resources: { limits: { memory: 1GB } } }  | memory",
        "external Kafka without address  | kafka: { mode: external }                             | bootstrapServers",
        "an address without port         | kafka: { mode: external, external: { bootstrapServers: kafka } } | bootstrapServers",
        "an address that is not used     | kafka: { external: { bootstrapServers: 'a:1' } }      | bootstrapServers",
        "TLS for the chart's own broker  | kafka: { external: { tls: { enabled: true } } }       | enabled",
        "SASL without credentials        | kafka: { mode: external, external: { bootstrapServers: 'a:1', sasl: { mechanism: PLAIN } } } | jaasSecret",
        "credentials without SASL        | kafka: { mode: external, external: { bootstrapServers: 'a:1', sasl: { jaasSecret: { name: x } } } } | jaasSecret",
        "a mechanism Kafka lacks         | kafka: { mode: external, external: { bootstrapServers: 'a:1', sasl: { mechanism: MD5, jaasSecret: { name: x } } } } | mechanism",
        "a client key without TLS        | kafka: { mode: external, external: { bootstrapServers: 'a:1', tls: { clientSecret: { name: x } } } } | clientSecret",
        "a setting the protocol needs    | kafka: { mode: external, external: { bootstrapServers: 'a:1', properties: { acks: '1' } } } | acks",
        "external PostgreSQL, no host    | postgresql: { mode: external }                        | host",
        "external PostgreSQL, no secret  | postgresql: { mode: external, external: { host: h } }  | secret",
        "a host that is not used         | postgresql: { external: { host: h } }                 | host",
        "TLS without a certificate       | postgresql: { mode: external, external: { host: h, tls: { enabled: true } } } | caSecret",
        "a migration Job before its database | migrations: { mode: job }                         | mode",
        "Strimzi topics without Strimzi  | topics: { mode: strimzi, strimzi: { cluster: c } }    | mode",
        "Strimzi topics without cluster  | topics: { mode: strimzi }                             | cluster",
        "an Ingress without host         | ingress: { enabled: true }                            | host",
        "a route without Gateway         | httpRoute: { enabled: true }                          | parentRefs",
        "two autoscalers                 | services: { metrics: { autoscaling: { type: both } } } | type",
        "a gateway scaled by lag         | services: { gateway: { autoscaling: { type: keda } } } | only metrics and alerts read from Kafka",
        "an ingest scaled by lag         | services: { ingest: { autoscaling: { type: keda } } } | only metrics and alerts read from Kafka",
        "a digest that is none           | services: { ingest: { image: { digest: latest } } }   | digest",
        "a collector that is no address  | tracing: { endpoint: 'collector:4317' }               | endpoint",
        "a collector with a path         | tracing: { endpoint: 'http://c/v1/traces' }           | endpoint",
        "a protocol that is not spoken   | tracing: { endpoint: 'http://c', protocol: zipkin }   | protocol",
        "more than all traces            | tracing: { endpoint: 'http://c', sampling: 1.5 }      | sampling",
        "headers for no collector        | tracing: { headersSecret: { name: a } }               | headersSecret",
        "no host to send to              | slack: { allowedHosts: [] }                           | allowedHosts",
      })
  void isRefused(String what, String values, String named) {
    assertThatThrownBy(() -> Chart.values(OPEN + values)).as(what).hasMessageContaining(named);
  }

  @Test
  void theSameValuesWithoutTheMistakeInstall() {
    assertThat(Chart.values(OPEN).objects()).isNotEmpty();
  }

  @Test
  void anOldKubernetesIsRefused() {
    assertThatThrownBy(() -> Chart.example("evaluation", "1.25.16"))
        .hasMessageContaining("kubeVersion");
  }
}
