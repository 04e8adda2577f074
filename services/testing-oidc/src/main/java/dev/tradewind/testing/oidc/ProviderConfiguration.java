package dev.tradewind.testing.oidc;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** People, programs, and how their groups get into tokens. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {
  /** Groups as a company calls them; the gateway maps them to its roles. */
  private static final List<String> GROUPS = List.of("analysts", "customs-desk", "trade-admins");

  /**
   * Where the provider says that it is.
   *
   * @param address its issuer
   */
  record Issuer(String address) {}

  @Bean
  Issuer issuer(@Value("${provider.issuer}") String address) {
    return new Issuer(address);
  }

  @Bean
  RotatingKeys keys() {
    return new RotatingKeys();
  }

  @Bean
  AuthorizationServerSettings settings(Issuer issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer.address()).build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) throws Exception {
    OAuth2AuthorizationServerConfigurer server =
        OAuth2AuthorizationServerConfigurer.authorizationServer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, configured -> configured.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests.requestMatchers("/control/**").permitAll().anyRequest().authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers("/control/**"))
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        person("ann", "analysts"), person("olga", "trade-admins"), person("mallory", "canteen"));
  }

  @Bean
  RegisteredClientRepository clients() {
    RegisteredClient dashboard =
        RegisteredClient.withId(UUID.randomUUID().toString())
            .clientId("tradewind-dashboard")
            .clientSecret(secretOf("tradewind-dashboard"))
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            // On loopback the port is free (RFC 8252).
            .redirectUri("http://127.0.0.1/login/callback")
            .scope(OidcScopes.OPENID)
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build();
    List<RegisteredClient> all =
        GROUPS.stream()
            .map(ProviderConfiguration::program)
            .collect(java.util.stream.Collectors.toList());
    all.add(program("canteen"));
    all.add(dashboard);
    return new InMemoryRegisteredClientRepository(all);
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> groups() {
    return context -> {
      if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
        context.getClaims().claim("groups", List.of(context.getRegisteredClient().getClientId()));
      } else {
        context
            .getClaims()
            .claim(
                "groups",
                context.getPrincipal().getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .toList());
      }
      if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
        context.getClaims().audience(List.of("tradewind"));
      }
    };
  }

  /** A program of that group, under the group's name. */
  private static RegisteredClient program(String group) {
    return RegisteredClient.withId(UUID.randomUUID().toString())
        .clientId(group)
        .clientSecret(secretOf(group))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(5)).build())
        .build();
  }

  /** Of no use to anybody: the provider runs on loopback, for as long as a test. */
  private static String secretOf(String client) {
    return "{noop}secret-of-" + client + "-0123456789abcdef";
  }

  private static UserDetails person(String name, String group) {
    return User.withUsername(name).password("{noop}" + name).authorities(group).build();
  }
}
