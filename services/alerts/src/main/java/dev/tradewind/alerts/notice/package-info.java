/** Notices besides incidents: releases that raise nothing, overdue months, and digests. */
@NullMarked
package dev.tradewind.alerts.notice;

import org.jspecify.annotations.NullMarked;
