/**
 * The chart, rendered as Helm renders it and held to what Kubernetes and the services understand.
 */
@NullMarked
package dev.tradewind.systemtests.chart;

import org.jspecify.annotations.NullMarked;
