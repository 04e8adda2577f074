/** Errors as RFC 9457 problem+json that say what to do next. */
@NullMarked
package dev.tradewind.platform.problem;

import org.jspecify.annotations.NullMarked;
