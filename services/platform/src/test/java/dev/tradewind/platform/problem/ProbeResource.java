package dev.tradewind.platform.problem;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/** Routes that fail in every way, for the tests of this module. */
@Path("/probe")
public class ProbeResource {
  public record Sample(BigDecimal rate, YearMonth period, Instant at) {}

  @GET
  @RolesAllowed("viewer")
  @Path("/sample")
  public Sample sample() {
    return new Sample(new BigDecimal("0.000050"), YearMonth.of(2025, 7), Instant.EPOCH);
  }

  @POST
  @RolesAllowed("submitter")
  @Path("/sample")
  @Consumes(MediaType.APPLICATION_JSON)
  public Sample echo(Sample sample) {
    return sample;
  }

  @GET
  @RolesAllowed("viewer")
  @Path("/refused")
  public Sample refused() {
    throw Problem.badParameter("window", "use month or ytd").asException();
  }

  @GET
  @RolesAllowed("viewer")
  @Path("/broken")
  public Sample broken() {
    throw new IllegalStateException("the password is hunter2");
  }

  @DELETE
  @Path("/operated")
  @RolesAllowed("operator")
  public void operated() {}

  @GET
  @Path("/forgotten")
  public Sample forgotten() {
    return sample();
  }

  @GET
  @Path("/caller")
  @RolesAllowed("viewer")
  @Produces(MediaType.TEXT_PLAIN)
  public String caller(@Context SecurityContext caller) {
    return caller.getUserPrincipal().getName();
  }

  @POST
  @Path("/length")
  @RolesAllowed("submitter")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.TEXT_PLAIN)
  public long length(InputStream body) throws IOException {
    return body.transferTo(OutputStream.nullOutputStream());
  }
}
