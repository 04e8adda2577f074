package dev.tradewind.metrics.answer;

import dev.tradewind.contracts.message.MessageCodec;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of an answer: by {@code format=}, else by {@code Accept}. */
public enum Form {
  /** JSON, unless a client prefers a table. */
  JSON(MediaType.APPLICATION_JSON),
  /** A table. */
  CSV("text/csv;charset=UTF-8"),
  /** A table in the vocabulary of statistical offices: SDMX-CSV 1.0. */
  SDMX_CSV("application/vnd.sdmx.data+csv;version=1.0.0"),
  /** A workbook with one sheet. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** The media type of tables. */
  public static final String TEXT_CSV = "text/csv";

  /** The media type of SDMX-CSV. */
  public static final String SDMX = "application/vnd.sdmx.data+csv";

  /** The media type of workbooks. */
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The parameter that overrules {@code Accept}. */
  public static final String PARAMETER = "format";

  /** The parameter that puts a byte order mark before CSV, for spreadsheets that need one. */
  public static final String MARK_PARAMETER = "bom";

  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final String mediaType;

  Form(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The name in {@code format=}: {@code json}, {@code csv}, {@code sdmx-csv}, {@code xlsx}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Form::id).toList();
  }

  /** What a question names, or else what the client likes best of what there is. */
  static Form wanted(@Nullable Question question, HttpHeaders headers) {
    Optional<String> named = question == null ? Optional.empty() : question.text(PARAMETER);
    if (question != null && named.isPresent()) {
      String id = question.oneOf(PARAMETER, ids(), "");
      return Arrays.stream(values()).filter(form -> form.id().equals(id)).findFirst().orElseThrow();
    }
    for (MediaType accepted : headers.getAcceptableMediaTypes()) {
      for (Form form : values()) {
        if (form.satisfies(accepted)) {
          return form;
        }
      }
    }
    return JSON;
  }

  /** Without parsing anything: this is asked for every request. */
  private boolean satisfies(MediaType accepted) {
    return accepted.isWildcardType()
        || (mediaType.startsWith(accepted.getType() + "/")
            && (accepted.isWildcardSubtype() || named().equals(accepted.getSubtype())));
  }

  private String named() {
    int end = mediaType.indexOf(';');
    return mediaType.substring(mediaType.indexOf('/') + 1, end < 0 ? mediaType.length() : end);
  }

  String mediaType() {
    return mediaType;
  }

  byte[] write(Content content, boolean mark) {
    return switch (this) {
      case JSON -> MessageCodec.write(content.body());
      case CSV -> text(content.csv().get(), mark);
      case SDMX_CSV -> text(content.sdmx().orElseThrow(Form::noSdmx).get(), mark);
      case XLSX -> Workbooks.of(content.csv().get());
    };
  }

  private static byte[] text(CsvTable table, boolean mark) {
    byte[] text = table.text().getBytes(StandardCharsets.UTF_8);
    if (!mark) {
      return text;
    }
    byte[] marked = Arrays.copyOf(MARK, MARK.length + text.length);
    System.arraycopy(text, 0, marked, MARK.length, text.length);
    return marked;
  }

  private static RuntimeException noSdmx() {
    return Question.bad(PARAMETER, "sdmx-csv is for exports and indicators; take csv here.");
  }
}
