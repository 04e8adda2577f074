package dev.tradewind.ingest.system;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A watched folder, and a watched bucket in a server of the S3 API. */
public final class SourceParts implements QuarkusTestResourceLifecycleManager {
  static final String BUCKET = "customs";

  private @Nullable LocalS3 store;
  private @Nullable Path folder;

  @Override
  public Map<String, String> start() {
    try {
      Path made = Files.createTempDirectory("sources");
      folder = made;
      LocalS3 started = LocalS3.builder().mode(LocalS3Mode.IN_MEMORY).port(-1).build();
      started.start();
      store = started;
      Map<String, String> config = new HashMap<>();
      config.put("tradewind.ingest.source.folder.drop.path", made.toString());
      config.put("tradewind.ingest.source.folder.drop.options", "label=dropped");
      config.put("tradewind.ingest.source.bucket.store.bucket", BUCKET);
      config.put("tradewind.ingest.source.bucket.store.prefix", "in/");
      config.put(
          "tradewind.ingest.source.bucket.store.endpoint", "http://127.0.0.1:" + started.getPort());
      config.put("tradewind.ingest.source.bucket.store.access-key", "local");
      config.put("tradewind.ingest.source.bucket.store.secret-key", "local");
      config.put("tradewind.ingest.source.poll-every", "PT0.3S");
      config.put("tradewind.ingest.source.settle", "PT0.5S");
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    LocalS3 started = store;
    if (started != null) {
      started.shutdown();
    }
    Path made = folder;
    if (made == null) {
      return;
    }
    try (Stream<Path> paths = Files.walk(made)) {
      List<Path> all = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
