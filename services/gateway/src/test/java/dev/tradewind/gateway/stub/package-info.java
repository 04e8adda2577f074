/** Stand-ins for the services behind the gateway, and a client that sends what it is told. */
@NullMarked
package dev.tradewind.gateway.stub;

import org.jspecify.annotations.NullMarked;
