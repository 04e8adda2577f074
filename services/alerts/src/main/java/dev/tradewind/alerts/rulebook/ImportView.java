package dev.tradewind.alerts.rulebook;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was done
 */
@Schema(name = "AlertRuleImport")
@RegisterForReflection
record ImportView(boolean dryRun, List<ItemView> rules) {
  /** What became of one rule. */
  @Schema(name = "AlertRuleImportItem")
  @RegisterForReflection
  record ItemView(
      @Schema(examples = "us-exports-drop") String id,
      @Schema(
              examples = "changed",
              enumeration = {"created", "changed", "enabled", "disabled", "unchanged"})
          String action) {}

  static ImportView of(boolean dryRun, List<RuleBook.Outcome> outcomes) {
    return new ImportView(
        dryRun,
        outcomes.stream().map(outcome -> new ItemView(outcome.id(), outcome.action())).toList());
  }
}
