/** Answers that many clients ask for, kept for a moment and never past a change they could know. */
@NullMarked
package dev.tradewind.gateway.cache;

import org.jspecify.annotations.NullMarked;
