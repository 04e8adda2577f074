package dev.tradewind.alerts.secret;

/**
 * A secret that only the key of that id opens.
 *
 * @param keyId of the key
 * @param bytes a nonce of 12 bytes, then the text and its tag, AES-256-GCM
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sealed(String keyId, byte[] bytes) {}
