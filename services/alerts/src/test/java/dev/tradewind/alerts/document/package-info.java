/** Tests of dev.tradewind.alerts.document. */
@NullMarked
package dev.tradewind.alerts.document;

import org.jspecify.annotations.NullMarked;
