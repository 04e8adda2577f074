package dev.tradewind.metrics.code;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** HS prefixes in a range of years; null is open. */
@RegisterForReflection
@Schema(name = "MetricsGroupEdition")
record GroupEdition(
    @Nullable Integer firstYear, @Nullable Integer lastYear, List<String> members) {}
