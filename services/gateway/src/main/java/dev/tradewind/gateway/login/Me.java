package dev.tradewind.gateway.login;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The caller, as the gateway knows it.
 *
 * @param subject the name
 * @param role what the caller may do
 * @param via how the caller was recognized: {@code key}, {@code token}, {@code session}, {@code
 *     bootstrap} or {@code anonymous}
 */
@Schema(name = "Me")
@RegisterForReflection
public record Me(String subject, String role, String via) {}
