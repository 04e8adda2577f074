package dev.tradewind.gateway.keys;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key that was just made.
 *
 * @param key the key itself, shown this once
 * @param details what is told of it from now on
 */
@Schema(name = "MadeApiKey")
@RegisterForReflection
public record MadeKey(String key, ApiKey details) {}
