package dev.tradewind.alerts.slack.message;

import dev.tradewind.alerts.notification.Difference;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import java.net.URI;

/** Writes drafts as Slack messages. */
public final class SlackMessages {
  private final Links links;

  /** With links to that address of the gateway. */
  public SlackMessages(URI publicUrl) {
    this.links = new Links(publicUrl);
  }

  /** The message for a letter that has something to say. */
  public SlackMessage write(Letter letter) {
    if (letter instanceof Draft draft) {
      return write(draft);
    }
    return new NoticeMessage((Notice) letter).build(links);
  }

  private SlackMessage write(Draft draft) {
    Telling told = draft.told();
    return told == null || draft.reason() == Draft.Reason.REPEAT
        ? new FirstMessage(draft.now()).build(links)
        : new Correction(told, draft.now(), Difference.between(told, draft.now())).build(links);
  }
}
