/** Tests of dev.tradewind.alerts.wording. */
@NullMarked
package dev.tradewind.alerts.wording;

import org.jspecify.annotations.NullMarked;
