package dev.tradewind.alerts.change;

import dev.tradewind.alerts.incident.Finding;
import dev.tradewind.alerts.indicator.About;
import dev.tradewind.alerts.indicator.Figures;
import dev.tradewind.alerts.indicator.Series;
import dev.tradewind.alerts.indicator.Status;
import dev.tradewind.alerts.notification.Group;
import dev.tradewind.alerts.notification.Member;
import dev.tradewind.alerts.notification.Notice;
import dev.tradewind.alerts.notification.Telling;
import dev.tradewind.alerts.rule.Comparison;
import dev.tradewind.alerts.rule.Indicator;
import dev.tradewind.alerts.rule.RuleDocument;
import dev.tradewind.alerts.rule.Scope;
import dev.tradewind.alerts.rule.Severity;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The stored records know no Quarkus, so a native executable learns of them here. */
@RegisterForReflection(
    targets = {
      About.class,
      Figures.class,
      Finding.class,
      Group.class,
      Member.class,
      Notice.class,
      Notice.Level.class,
      Notice.Open.class,
      Notice.Overdue.class,
      Notice.Ranking.class,
      Series.class,
      Comparison.class,
      Indicator.class,
      Scope.Kind.class,
      RuleDocument.class,
      Severity.class,
      Status.class,
      Telling.class
    })
class StoredReflection {}
