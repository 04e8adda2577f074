/** Tests of dev.tradewind.alerts.provisioning. */
@NullMarked
package dev.tradewind.alerts.provisioning;

import org.jspecify.annotations.NullMarked;
