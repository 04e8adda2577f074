/** The system as its clients see it: the API behind the gateway. */
@NullMarked
package dev.tradewind.standalone.client;

import org.jspecify.annotations.NullMarked;
