/** Taking files in: streamed to the database, recognised if they came before, accepted once. */
@NullMarked
package dev.tradewind.ingest.upload;

import org.jspecify.annotations.NullMarked;
