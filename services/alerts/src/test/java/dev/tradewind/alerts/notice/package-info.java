/** Tests of {@link dev.tradewind.alerts.notice}. */
@NullMarked
package dev.tradewind.alerts.notice;

import org.jspecify.annotations.NullMarked;
