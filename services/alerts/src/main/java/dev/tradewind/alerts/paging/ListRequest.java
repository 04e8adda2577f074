package dev.tradewind.alerts.paging;

import dev.tradewind.platform.paging.Page;
import dev.tradewind.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A checked request for a part of a list that is ordered by id, newest first.
 *
 * @param limit how many items
 * @param before ids below this one
 */
public record ListRequest(int limit, long before) {
  private static final int DEFAULT = 50;
  private static final int MOST = 200;

  /** From the query parameters {@code limit} and {@code cursor}; a 400 if they are not valid. */
  static ListRequest of(@Nullable Integer limit, @Nullable String cursor) {
    int size = limit == null ? DEFAULT : limit;
    if (size < 1 || size > MOST) {
      throw Problem.badParameter("limit", "use 1 to " + MOST + ".").asException();
    }
    return new ListRequest(size, cursor == null ? Long.MAX_VALUE : id(cursor));
  }

  /** One more than asked for tells whether there is a next part. */
  public int fetch() {
    return limit + 1;
  }

  /** The part, of the items fetched. */
  public <T> Page<T> page(List<T> fetched, ToLongFunction<T> id) {
    if (fetched.size() <= limit) {
      return Page.of(fetched);
    }
    List<T> items = List.copyOf(fetched.subList(0, limit));
    return new Page<>(items, cursor(id.applyAsLong(items.get(limit - 1))));
  }

  private static String cursor(long id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
  }

  private static long id(String cursor) {
    try {
      return Long.parseLong(
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter("cursor", "use 'next' of the list's previous part.").asException();
    }
  }
}
