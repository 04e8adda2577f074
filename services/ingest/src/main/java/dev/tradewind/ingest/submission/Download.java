package dev.tradewind.ingest.submission;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names a download for a browser, whatever the file is called. */
final class Download {
  private Download() {}

  /** RFC 6266: a plain name for old clients, the true one beside it. */
  static String disposition(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }
}
