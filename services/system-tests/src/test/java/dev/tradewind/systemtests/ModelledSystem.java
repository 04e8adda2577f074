package dev.tradewind.systemtests;

import dev.tradewind.standalone.model.ModelledData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One system with the modelled data, shared by the classes that only read or are refused. */
final class ModelledSystem implements ParameterResolver {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ModelledSystem.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(RunningSystem.class);
  }

  @Override
  public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent("system", key -> load(), RunningSystem.class);
  }

  private static RunningSystem load() {
    RunningSystem system = RunningSystem.start("modelled");
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "modelled-files-");
      List<Upload> files = Upload.of(ModelledData.writeTo(directory));
      String id = system.api().submit(files, Map.of("label", ModelledData.LABEL));
      system.api().awaitApplied(id);
      return system;
    } catch (IOException | RuntimeException | AssertionError e) {
      system.close();
      throw new IllegalStateException("the modelled data were not applied", e);
    }
  }
}
