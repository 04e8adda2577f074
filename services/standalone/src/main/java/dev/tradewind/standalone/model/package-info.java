/**
 * The modelled customs files: data of our own from which the published figures emerge. What nobody
 * published is assumed, and chosen so that it does not contradict them; {@code provinces.csv} says
 * where. They show that the statements can be computed, and are no evidence for them.
 */
@NullMarked
package dev.tradewind.standalone.model;

import org.jspecify.annotations.NullMarked;
