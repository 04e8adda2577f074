/** Who may pass the gateway, and what the services are told of them. */
@NullMarked
package dev.tradewind.gateway.access;

import org.jspecify.annotations.NullMarked;
