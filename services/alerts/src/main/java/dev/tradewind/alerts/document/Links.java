package dev.tradewind.alerts.document;

import java.net.URI;

/** Addresses of the gateway for readers of a message. */
public final class Links {
  private final String base;

  /** Of the gateway at that address. */
  public Links(URI publicUrl) {
    String url = publicUrl.toString();
    this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The whole address of a path. */
  public String to(String path) {
    return base + path;
  }
}
