package dev.tradewind.platform.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/** Routes that fail in every way, for the tests of this module. */
@Path("/probe")
public class ProbeResource {
  public record Sample(BigDecimal rate, YearMonth period, Instant at) {}

  @GET
  @Path("/sample")
  public Sample sample() {
    return new Sample(new BigDecimal("0.000050"), YearMonth.of(2025, 7), Instant.EPOCH);
  }

  @POST
  @Path("/sample")
  @Consumes(MediaType.APPLICATION_JSON)
  public Sample echo(Sample sample) {
    return sample;
  }

  @GET
  @Path("/refused")
  public Sample refused() {
    throw Problem.badParameter("window", "use month or ytd").asException();
  }

  @GET
  @Path("/broken")
  public Sample broken() {
    throw new IllegalStateException("the password is hunter2");
  }
}
