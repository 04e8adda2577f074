package dev.tradewind.alerts.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who gets a notice, and when.
 *
 * @param receivers names of channels; empty for nobody
 * @param mute time intervals in which it waits
 * @param active time intervals outside of which it waits
 */
@Schema(name = "NoticeRoute", description = "Who gets a notice; nobody without receivers.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record NoticeRoute(List<String> receivers, List<String> mute, List<String> active) {
  /** To nobody. */
  public static final NoticeRoute OFF = new NoticeRoute(List.of(), List.of(), List.of());

  /** Copies. */
  public NoticeRoute {
    receivers = receivers == null ? List.of() : List.copyOf(receivers);
    mute = mute == null ? List.of() : List.copyOf(mute);
    active = active == null ? List.of() : List.copyOf(active);
  }

  /** When it may go out. */
  public Timing timing() {
    return new Timing(mute, active, null);
  }
}
