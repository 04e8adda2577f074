package dev.tradewind.alerts.slack;

import dev.tradewind.alerts.notification.Difference;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Telling;
import java.net.URI;

/** Writes drafts as Slack messages. */
final class SlackMessages {
  private final Links links;

  SlackMessages(URI publicUrl) {
    this.links = new Links(publicUrl);
  }

  SlackMessage write(Draft draft) {
    Telling told = draft.told();
    return told == null
        ? new FirstMessage(draft.now()).build(links)
        : new Correction(told, draft.now(), Difference.between(told, draft.now())).build(links);
  }
}
