/** Tests of the package of the same name. */
@NullMarked
package dev.tradewind.standalone.client;

import org.jspecify.annotations.NullMarked;
