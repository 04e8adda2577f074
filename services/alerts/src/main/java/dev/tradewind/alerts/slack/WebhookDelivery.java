package dev.tradewind.alerts.slack;

import dev.tradewind.alerts.notification.Delivery;
import dev.tradewind.alerts.notification.Outcome;
import dev.tradewind.alerts.notification.Parcel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Posts to an incoming webhook. Redirects are not followed. */
record WebhookDelivery(HttpClient client, WebhookUrl url, Duration timeout, Clock clock)
    implements Delivery {
  /** Slack answers in a word; whatever is longer is not read. */
  private static final int MOST_READ = 2000;

  @Override
  public Uni<Outcome> deliver(Parcel parcel) {
    Buffer body = Buffer.buffer(parcel.message().toString());
    return Uni.createFrom()
        .completionStage(() -> post(body).toCompletionStage())
        .map(answer -> answer.outcome(clock.instant()));
  }

  private Future<Answer> post(Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(url.secret())
            .setMethod(HttpMethod.POST)
            .setFollowRedirects(false)
            .setTimeout(timeout.toMillis())
            .putHeader("Content-Type", "application/json; charset=utf-8");
    return client.request(options).compose(request -> exchange(request, body));
  }

  private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
    return request.send(body).compose(WebhookDelivery::answer);
  }

  private static Future<Answer> answer(HttpClientResponse response) {
    Buffer read = Buffer.buffer();
    response.handler(
        part -> {
          if (read.length() < MOST_READ) {
            read.appendBuffer(part, 0, Math.min(part.length(), MOST_READ - read.length()));
          }
        });
    return response
        .end()
        .map(
            end ->
                new Answer(
                    response.statusCode(),
                    response.getHeader("Retry-After"),
                    read.toString(StandardCharsets.UTF_8)));
  }
}
