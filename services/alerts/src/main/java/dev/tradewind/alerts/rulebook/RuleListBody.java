package dev.tradewind.alerts.rulebook;

import dev.tradewind.alerts.rule.RuleDocument;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many rules, as they are imported. */
@Schema(name = "AlertRulesBody")
record RuleListBody(List<RuleDocument> rules) {}
