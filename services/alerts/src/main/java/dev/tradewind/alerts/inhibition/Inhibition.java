package dev.tradewind.alerts.inhibition;

import dev.tradewind.alerts.matching.Matchers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * While an incident that fires matches the source, those of the same series and period that match
 * the target are not told.
 *
 * @param source what weighs more
 * @param target what need not be told then
 * @param equal labels in which both must agree, besides series and period
 */
@RegisterForReflection
public record Inhibition(
    @Schema(type = SchemaType.ARRAY, implementation = String.class, examples = "[\"level=nation\"]")
        Matchers source,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            examples = "[\"level=province\"]")
        Matchers target,
    List<String> equal) {
  /** Copies. */
  public Inhibition {
    source = source == null ? Matchers.NONE : source;
    target = target == null ? Matchers.NONE : target;
    equal = equal == null ? List.of() : List.copyOf(equal);
  }

  /**
   * Whether the one keeps the other from being told. What matches both source and target inhibits
   * nothing that does, too, as in Alertmanager: nothing inhibits itself.
   */
  public boolean holds(Map<String, String> firing, Map<String, String> other) {
    return source.match(firing)
        && target.match(other)
        && !(target.match(firing) && source.match(other))
        && equal.stream().allMatch(label -> Objects.equals(firing.get(label), other.get(label)));
  }
}
