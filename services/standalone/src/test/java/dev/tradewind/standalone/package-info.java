/** Tests of the package of the same name. */
@NullMarked
package dev.tradewind.standalone;

import org.jspecify.annotations.NullMarked;
