/** Places besides uploads where files come from: watched folders and S3-compatible buckets. */
@NullMarked
package dev.tradewind.ingest.source;

import org.jspecify.annotations.NullMarked;
