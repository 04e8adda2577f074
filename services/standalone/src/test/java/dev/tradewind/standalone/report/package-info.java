/** Tests of the package of the same name. */
@NullMarked
package dev.tradewind.standalone.report;

import org.jspecify.annotations.NullMarked;
