package dev.tradewind.metrics.briefing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a briefing. */
@RegisterForReflection
@Schema(name = "MetricsBriefingSection")
record Section(@Schema(examples = "effects") String id, String title, List<Sentence> sentences) {}
