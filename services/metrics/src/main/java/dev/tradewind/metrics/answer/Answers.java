package dev.tradewind.metrics.answer;

import dev.tradewind.metrics.MetricsConfig;
import dev.tradewind.metrics.database.Database;
import dev.tradewind.metrics.database.Session;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about merged data. Between two merges the same question has the same answer, so
 * rendered answers are kept until the next merge; a client that has the answer gets a 304.
 */
@Singleton
public class Answers {
  /** An answer larger than this is not kept. */
  private static final int LARGEST_KEPT = 256 * 1024;

  /**
   * The answers of one version, and those that are being made: whoever asks for the same meanwhile
   * waits for it.
   */
  private record Kept(
      Version version, Map<String, Rendered> answers, Map<String, Uni<Rendered>> underway) {
    Kept(Version version) {
      this(version, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  private static final class Rendered {
    private final byte[] body;
    private final @Nullable EntityTag tag;

    Rendered(byte[] body, @Nullable EntityTag tag) {
      this.body = body;
      this.tag = tag;
    }
  }

  private final Database database;
  private final CurrentVersion current;
  private final int most;
  private volatile Kept kept = new Kept(new Version(0, -1, -1));

  Answers(Database database, CurrentVersion current, MetricsConfig config) {
    this.database = database;
    this.current = current;
    this.most = config.cachedAnswers();
  }

  /**
   * Answers in the form that the client wants.
   *
   * @param question what is asked
   * @param reader makes the answer from one snapshot of the database, on a thread that may wait
   */
  public Uni<Response> answer(Question question, HttpHeaders headers, SnapshotReader reader) {
    return answer("", question, headers, reader);
  }

  /**
   * The same where more than the question decides.
   *
   * @param context what else does, such as the reader's language
   */
  public Uni<Response> answer(
      String context, Question question, HttpHeaders headers, SnapshotReader reader) {
    Form form = Form.wanted(question, headers);
    boolean mark = question.mark();
    return answer(
        form + " " + context + " " + question.key(),
        headers,
        form.mediaType(),
        (session, version) -> form.write(reader.read(session, version), mark));
  }

  /** Answers with text of one media type. */
  public Uni<Response> text(
      String context,
      Question question,
      HttpHeaders headers,
      String mediaType,
      BiFunction<Session, Version, String> reader) {
    return answer(
        mediaType + " " + context + " " + question.key(),
        headers,
        mediaType,
        (session, version) -> reader.apply(session, version).getBytes(StandardCharsets.UTF_8));
  }

  private Uni<Response> answer(
      String key,
      HttpHeaders headers,
      String mediaType,
      BiFunction<Session, Version, byte[]> reader) {
    return current
        .get()
        .flatMap(
            version -> {
              EntityTag tag = tag(version, key);
              if (matches(headers, tag)) {
                return Uni.createFrom().item(notModified(tag));
              }
              Kept now = kept(version);
              Rendered rendered = now.answers.get(key);
              return rendered != null
                  ? Uni.createFrom().item(ok(rendered, mediaType))
                  : now.underway
                      .computeIfAbsent(key, same -> reading(now, same, reader))
                      .map(fresh -> ok(fresh, mediaType));
            });
  }

  private Uni<Rendered> reading(Kept now, String key, BiFunction<Session, Version, byte[]> reader) {
    return Uni.createFrom()
        .item(() -> read(key, reader))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onTermination()
        .invoke(() -> now.underway.remove(key))
        .memoize()
        .indefinitely();
  }

  /** Answers with what never changes while the service runs. */
  public static Response fixed(Question question, HttpHeaders headers, Content content) {
    Form form = Form.wanted(question, headers);
    return ok(new Rendered(form.write(content, question.mark()), null), form.mediaType());
  }

  private Rendered read(String key, BiFunction<Session, Version, byte[]> reader) {
    return database.inSnapshot(
        session -> {
          Version version = Version.read(session);
          Rendered rendered = new Rendered(reader.apply(session, version), tag(version, key));
          Map<String, Rendered> answers = kept(version).answers;
          if (rendered.body.length <= LARGEST_KEPT && answers.size() < most) {
            answers.put(key, rendered);
          }
          return rendered;
        });
  }

  /** The answers of that version; those of any other are dropped. */
  private Kept kept(Version version) {
    Kept now = kept;
    if (!now.version.equals(version)) {
      now = new Kept(version);
      kept = now;
    }
    return now;
  }

  private static EntityTag tag(Version version, String key) {
    return new EntityTag(
        version.epoch()
            + "-"
            + version.applySeq()
            + "-"
            + version.catalogSeq()
            + "-"
            + Integer.toHexString(key.hashCode()));
  }

  private static boolean matches(HttpHeaders headers, EntityTag tag) {
    String header = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    return header != null && header.contains('"' + tag.getValue() + '"');
  }

  private static Response notModified(EntityTag tag) {
    return headers(Response.notModified(), tag).build();
  }

  private static Response ok(Rendered rendered, String mediaType) {
    return headers(Response.ok(rendered.body, mediaType), rendered.tag).build();
  }

  private static Response.ResponseBuilder headers(
      Response.ResponseBuilder builder, @Nullable EntityTag tag) {
    builder.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    return tag == null ? builder : builder.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
