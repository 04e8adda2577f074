/** Messages as documents, in English or Chinese, before any receiver's format. */
@NullMarked
package dev.tradewind.alerts.document;

import org.jspecify.annotations.NullMarked;
