/** Rules from a mounted file. */
@NullMarked
package dev.tradewind.alerts.provisioning;

import org.jspecify.annotations.NullMarked;
