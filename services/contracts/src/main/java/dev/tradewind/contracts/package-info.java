/** What Tradewind's services say to each other. */
@NullMarked
package dev.tradewind.contracts;

import org.jspecify.annotations.NullMarked;
