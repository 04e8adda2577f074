package dev.tradewind.metrics.code;

import dev.tradewind.metrics.answer.Answers;
import dev.tradewind.metrics.answer.Content;
import dev.tradewind.metrics.answer.Form;
import dev.tradewind.metrics.answer.Question;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The code lists, in English and Chinese. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Form.TEXT_CSV, Form.SDMX, Form.WORKBOOK})
@Tag(name = "Codes")
@NonBlocking
public class CodeResource {
  @RegisterForReflection
  @Schema(name = "MetricsRegionPage")
  record RegionPage(List<RegionItem> items, @Nullable String next) {}

  @RegisterForReflection
  @Schema(name = "MetricsPartnerPage")
  record PartnerPage(List<PartnerItem> items, @Nullable String next) {}

  @RegisterForReflection
  @Schema(name = "MetricsSectorPage")
  record SectorPage(List<SectorItem> items, @Nullable String next) {}

  /** The 31 regions, in the order of their customs codes. */
  @GET
  @RolesAllowed("viewer")
  @Path("/regions")
  @Operation(operationId = "getRegions", summary = "The 31 mainland provincial-level regions")
  @APIResponseSchema(RegionPage.class)
  public Response regions(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of());
    return Answers.fixed(
        question, headers, new Content(new RegionPage(RegionItem.all(), null), RegionItem::csv));
  }

  /** All partners, in the order of their customs codes. */
  @GET
  @RolesAllowed("viewer")
  @Path("/partners")
  @Operation(operationId = "getPartners", summary = "All trading partners and their customs codes")
  @APIResponseSchema(PartnerPage.class)
  public Response partners(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of());
    return Answers.fixed(
        question, headers, new Content(new PartnerPage(PartnerItem.all(), null), PartnerItem::csv));
  }

  /** All sectors in all variants. */
  @GET
  @RolesAllowed("viewer")
  @Path("/sectors")
  @Operation(operationId = "getSectors", summary = "Sectors and their HS prefixes by edition")
  @APIResponseSchema(SectorPage.class)
  public Response sectors(@Context UriInfo uri, @Context HttpHeaders headers) {
    Question question = Question.of(uri, List.of());
    return Answers.fixed(
        question, headers, new Content(new SectorPage(SectorItem.all(), null), SectorItem::csv));
  }
}
