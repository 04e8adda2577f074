package dev.tradewind.alerts.document;

import dev.tradewind.alerts.notification.Difference;
import dev.tradewind.alerts.notification.Draft;
import dev.tradewind.alerts.notification.Letter;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.wording.Language;
import dev.tradewind.alerts.wording.Words;

/** Letters as documents. */
public final class Documents {
  private Documents() {}

  /**
   * What to say to readers who cannot be shown an edited message: everything the first time, and
   * then what has changed.
   */
  public static Document of(Letter letter, Language language) {
    Words words = Words.of(language);
    if (letter instanceof Draft draft) {
      Telling told = draft.told();
      if (told != null && draft.reason() != Draft.Reason.REPEAT) {
        return changes(draft, language);
      }
      return told == null
          ? new StateDocument(draft.now(), words).build(StateDocument.Remark.NONE)
          : reminder(draft, words);
    }
    return new NoticeDocument((Notice) letter, words).build();
  }

  /** The whole of a message as it is now, in place of what was sent. */
  public static Document edited(Draft draft, Language language) {
    return new StateDocument(draft.now(), Words.of(language)).build(StateDocument.Remark.EDITED);
  }

  private static Document reminder(Draft draft, Words words) {
    Telling told = draft.unacknowledged();
    int left = draft.now().firing().size() - told.firing().size();
    return new StateDocument(told, words, left).build(StateDocument.Remark.REMINDER);
  }

  /** The whole of a message as it is now, because what was sent can no longer be edited. */
  public static Document anew(Draft draft, Language language) {
    return new StateDocument(draft.now(), Words.of(language)).build(StateDocument.Remark.ANEW);
  }

  /**
   * What has changed since the last version.
   *
   * @throws IllegalArgumentException if there was none
   */
  public static Document changes(Draft draft, Language language) {
    Telling told = draft.told();
    if (told == null) {
      throw new IllegalArgumentException("nothing was told before");
    }
    return new ChangesDocument(
            told, draft.now(), Difference.between(told, draft.now()), Words.of(language))
        .build();
  }
}
