/** Carries requests to the services and their answers back, as streams. */
@NullMarked
package dev.tradewind.gateway.proxy;

import org.jspecify.annotations.NullMarked;
