/** Short-lived signed tokens, by which the services know whom the gateway let in. */
@NullMarked
package dev.tradewind.gateway.token;

import org.jspecify.annotations.NullMarked;
