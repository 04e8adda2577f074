/** Notices besides incidents: releases that raise nothing, and months that are overdue. */
@NullMarked
package dev.tradewind.alerts.notice;

import org.jspecify.annotations.NullMarked;
