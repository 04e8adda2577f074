package dev.tradewind.alerts.paging;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public final class ListPart {
  @Parameter(description = "1 to 200, 50 if absent")
  @QueryParam("limit")
  @Nullable Integer limit;

  @Parameter(description = "'next' of the previous part")
  @QueryParam("cursor")
  @Nullable String cursor;

  /** As a checked request; a 400 if they are not valid. */
  public ListRequest checked() {
    return ListRequest.of(limit, cursor);
  }
}
