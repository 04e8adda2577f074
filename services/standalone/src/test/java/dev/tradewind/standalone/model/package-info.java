/** Checks the modelled files against the published figures, read independently of the model. */
@NullMarked
package dev.tradewind.standalone.model;

import org.jspecify.annotations.NullMarked;
