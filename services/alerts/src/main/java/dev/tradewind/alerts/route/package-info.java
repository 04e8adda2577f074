/** Where messages go and when: the routing document, its tree of routes and its time intervals. */
@NullMarked
package dev.tradewind.alerts.route;

import org.jspecify.annotations.NullMarked;
