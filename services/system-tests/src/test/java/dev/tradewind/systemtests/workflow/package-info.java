/** The automation of the repository, held to the rules of its linter where that is not at hand. */
@NullMarked
package dev.tradewind.systemtests.workflow;

import org.jspecify.annotations.NullMarked;
