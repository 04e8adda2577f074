package dev.tradewind.alerts.document;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a line.
 *
 * @param text what it says
 * @param data whether it comes from data, and may hold anything; formats make it harmless
 * @param strong whether it stands out
 * @param path within the gateway, if it is a link
 */
public record Span(String text, boolean data, boolean strong, @Nullable String path) {}
