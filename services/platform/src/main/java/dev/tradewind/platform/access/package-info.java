/** Who may call what: closed by default, in every service. */
@NullMarked
package dev.tradewind.platform.access;

import org.jspecify.annotations.NullMarked;
