/** API keys: made and revoked by operators, recognized in requests, kept as hashes only. */
@NullMarked
package dev.tradewind.gateway.keys;

import org.jspecify.annotations.NullMarked;
