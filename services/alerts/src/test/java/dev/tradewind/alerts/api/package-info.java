/** Tests of the REST interface as clients meet it. */
@NullMarked
package dev.tradewind.alerts.api;

import org.jspecify.annotations.NullMarked;
