package dev.tradewind.alerts.wording;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a channel's readers read. */
public enum Language {
  /** English. */
  EN,
  /** Chinese, simplified. */
  ZH;

  /** The name in the API: ISO 639-1. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The language of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Language of(String id) {
    for (Language language : values()) {
      if (language.id().equals(id)) {
        return language;
      }
    }
    throw new IllegalArgumentException("use en or zh");
  }
}
