/** Tests of the package of the same name. */
@NullMarked
package dev.tradewind.standalone.system;

import org.jspecify.annotations.NullMarked;
