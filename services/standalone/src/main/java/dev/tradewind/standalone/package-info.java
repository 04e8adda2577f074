/** The whole system in one command: starts it, feeds it files, shows what comes out. */
@NullMarked
package dev.tradewind.standalone;

import org.jspecify.annotations.NullMarked;
