package dev.tradewind.alerts.route;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Notices besides incidents; off unless they have receivers.
 *
 * @param allClear of a release that raised nothing
 * @param overdue of a month whose data have not come
 */
@Schema(name = "Notices", description = "Notices besides incidents; off without receivers.")
@RegisterForReflection
public record Notices(NoticeRoute allClear, NoticeRoute overdue) {
  /** None. */
  public static final Notices OFF = new Notices(NoticeRoute.OFF, NoticeRoute.OFF);

  /** Fills in what is absent. */
  public Notices {
    allClear = allClear == null ? NoticeRoute.OFF : allClear;
    overdue = overdue == null ? NoticeRoute.OFF : overdue;
  }
}
