package dev.tradewind.ingest.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Places that are watched; none by default. Each has a name, which must stay the same. */
@ConfigMapping(prefix = "tradewind.ingest.source")
public interface SourceConfig {
  /** Watched folders, by name. */
  Map<String, Folder> folder();

  /** Watched buckets, by name. */
  Map<String, Bucket> bucket();

  /** How often the places are looked at. */
  @WithDefault("10s")
  String pollEvery();

  /** A file of a folder is taken once its size and time have stayed the same for so long. */
  @WithDefault("5s")
  Duration settle();

  /** A replica that began to take an object and says nothing for so long gives way to another. */
  @WithDefault("10m")
  Duration claim();

  /** What all places have. */
  interface Place {
    /**
     * How its files are sent: the query of an upload, such as {@code mode=lenient&label=modelled}.
     */
    Optional<String> options();

    /** Whether {@code NAME.result.json} is written beside each file; else only listed. */
    @WithDefault("true")
    boolean results();
  }

  /** A folder, usually a mounted volume. */
  interface Folder extends Place {
    /** Where it is. */
    Path path();
  }

  /** A bucket of an S3-compatible store. */
  interface Bucket extends Place {
    /** Its name in the store. */
    String bucket();

    /** Only objects below it, such as {@code customs/}. */
    @WithDefault("")
    String prefix();

    /** The store's address; Amazon's own by default. */
    Optional<URI> endpoint();

    /** The store's region. */
    @WithDefault("us-east-1")
    String region();

    /**
     * The bucket's name in the path, not in the host's name, as most stores but Amazon's want it.
     */
    @WithDefault("true")
    boolean pathStyle();

    /** The key; by default, what the environment has. */
    Optional<String> accessKey();

    /** Its secret. */
    Optional<String> secretKey();
  }
}
