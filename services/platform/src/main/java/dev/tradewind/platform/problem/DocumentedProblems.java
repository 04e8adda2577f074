package dev.tradewind.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents that every error is a {@link Problem}, so that resources only say which there are. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {
  @Override
  public Operation filterOperation(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (code, response) -> {
              if (isError(code) && isEmpty(response)) {
                response.setContent(problem());
              }
            });
    return operation;
  }

  private static boolean isError(String code) {
    return code.startsWith("4") || code.startsWith("5");
  }

  private static boolean isEmpty(APIResponse response) {
    return response.getContent() == null && response.getRef() == null;
  }

  private static Content problem() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem")));
  }
}
