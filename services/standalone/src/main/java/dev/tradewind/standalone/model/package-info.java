/** The modelled customs files: data of our own from which the published figures emerge. */
@NullMarked
package dev.tradewind.standalone.model;

import org.jspecify.annotations.NullMarked;
