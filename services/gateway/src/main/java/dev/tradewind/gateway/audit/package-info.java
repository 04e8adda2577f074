/** Who wrote what, when, from where, and with which outcome: also what was refused. */
@NullMarked
package dev.tradewind.gateway.audit;

import org.jspecify.annotations.NullMarked;
