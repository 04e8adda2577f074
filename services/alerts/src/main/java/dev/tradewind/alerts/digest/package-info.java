/** The state of things in short, once a week or once a release. */
@NullMarked
package dev.tradewind.alerts.digest;

import org.jspecify.annotations.NullMarked;
