package dev.tradewind.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.client.ApiClient;
import dev.tradewind.client.ApiException;
import dev.tradewind.client.api.AlertsApi;
import dev.tradewind.client.api.AlertsApi.APIListAlertsRequest;
import dev.tradewind.client.api.CodesApi;
import dev.tradewind.client.api.IndicatorsApi;
import dev.tradewind.client.api.IndicatorsApi.APIGetIndicatorsRequest;
import dev.tradewind.client.api.SubmissionsApi;
import dev.tradewind.client.api.SubmissionsApi.APICreateSubmissionRequest;
import dev.tradewind.client.model.Alert;
import dev.tradewind.client.model.MetricsIndicator;
import dev.tradewind.client.model.MetricsRegion;
import dev.tradewind.client.model.Problem;
import dev.tradewind.client.model.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client that anybody would generate from the document, which refuses fields that the document
 * does not name.
 */
@ExtendWith(ModelledSystem.class)
class GeneratedClientIT {
  @TempDir Path directory;
  private final ApiClient client;

  GeneratedClientIT(RunningSystem system) {
    client = system.api().client();
  }

  @Test
  void itReadsTheIndicatorsAsTheArticleHasThem() throws ApiException {
    List<MetricsIndicator> rows =
        new IndicatorsApi(client)
            .getIndicators(
                APIGetIndicatorsRequest.newBuilder()
                    .partner("USA")
                    .period("2025-07")
                    .window("ytd")
                    .build())
            .getItems();

    Optional<MetricsIndicator> yunnan =
        rows.stream().filter(row -> "CN-YN".equals(row.getRegion())).findFirst();
    assertThat(yunnan).isPresent();
    assertThat(yunnan.get().getYoy().doubleValue()).isBetween(-0.72, -0.70);
  }

  @Test
  void itReadsTheCodesAndTheAlerts() throws ApiException {
    assertThat(new CodesApi(client).getRegions().getItems())
        .extracting(MetricsRegion::getCode)
        .contains("CN-GD", "CN-YN");
    assertThat(
            new AlertsApi(client).listAlerts(APIListAlertsRequest.newBuilder().build()).getItems())
        .extracting(Alert::getRegion)
        .contains("CN-YN");
  }

  @Test
  void itSendsAFileAndReadsWhatIsWrongWithIt() throws Exception {
    Path file = Files.writeString(directory.resolve("odd.csv"), "not,a,customs,file\n1,2,3,4\n");
    SubmissionsApi submissions = new SubmissionsApi(client);

    Submission sent =
        submissions.createSubmission(
            APICreateSubmissionRequest.newBuilder().body(file.toFile()).name("odd.csv").build());

    assertThat(sent.getId()).isNotNull();
    assertThat(submissions.getSubmission(sent.getId()).getId()).isEqualTo(sent.getId());
  }

  @Test
  void aRefusalIsAProblemThatItCanRead() {
    assertThatThrownBy(() -> new SubmissionsApi(client).getSubmission(UUID.randomUUID()))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.getCode()).isEqualTo(404);
              assertThat(problem(refused).getTitle()).isNotBlank();
            });
  }

  private Problem problem(ApiException refused) {
    try {
      return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    } catch (IOException e) {
      throw new AssertionError("no problem: " + refused.getResponseBody(), e);
    }
  }
}
