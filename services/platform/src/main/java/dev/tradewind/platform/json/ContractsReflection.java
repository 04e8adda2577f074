package dev.tradewind.platform.json;

import dev.tradewind.contracts.message.CoverageBox;
import dev.tradewind.contracts.message.ExportBlock;
import dev.tradewind.contracts.message.IndicatorEvent;
import dev.tradewind.contracts.message.SubmissionEvent;
import dev.tradewind.contracts.period.Window;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The contracts know no Quarkus, so a native executable learns of their records here. */
@RegisterForReflection(
    targets = {
      ExportBlock.class,
      ExportBlock.Row.class,
      CoverageBox.class,
      SubmissionEvent.class,
      SubmissionEvent.Published.class,
      SubmissionEvent.Withdrawn.class,
      IndicatorEvent.class,
      IndicatorEvent.Slice.class,
      IndicatorEvent.IndicatorRow.class,
      IndicatorEvent.SubmissionApplied.class,
      IndicatorEvent.Newest.class,
      IndicatorEvent.PolicyEvent.class,
      IndicatorEvent.RegionGroup.class,
      Window.class
    })
class ContractsReflection {}
