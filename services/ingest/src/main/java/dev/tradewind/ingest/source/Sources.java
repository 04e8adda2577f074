package dev.tradewind.ingest.source;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The places that are configured; a mistake in them stops the start. */
@Startup
@Singleton
class Sources {
  private final List<Source> all = new ArrayList<>();

  Sources(SourceConfig config) {
    config
        .folder()
        .forEach(
            (name, folder) -> all.add(Source.of(name, new FolderPlace(folder.path()), folder)));
    config
        .bucket()
        .forEach((name, bucket) -> all.add(Source.of(name, new BucketPlace(bucket), bucket)));
    if (all.stream().map(Source::name).distinct().count() < all.size()) {
      throw new IllegalArgumentException("a folder and a bucket have the same name");
    }
  }

  List<Source> all() {
    return all;
  }

  @PreDestroy
  void close() {
    all.forEach(source -> source.place().close());
  }
}
