package dev.tradewind.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveritiesTest {
  @ParameterizedTest
  @CsvSource({
    "no-such-code,error,no problem code",
    "expired-partner,fatal,'error, warning or off'",
    "mixed-hs-levels,warning,must stay an error",
    "overlap,off,must stay an error",
    "trade-mode-filter,warning,must stay an error",
    "unknown-region,off,cannot be off",
    "row-limit,off,cannot be off"
  })
  void refusesWhatWouldHideSomethingOrMakeSumsWrong(String code, String choice, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Severities.of(Map.of(code, choice)))
        .withMessageContaining(why);
  }

  @Test
  void takesWhatIsAMatterOfChoice() {
    Severities chosen =
        Severities.of(
            Map.of(
                "expired-partner", "error",
                "name-conflict", "off",
                "district-region", "warning",
                "unit-slip", "off"));

    assertThat(chosen.of(ProblemCode.EXPIRED_PARTNER)).isEqualTo(Severity.ERROR);
    assertThat(chosen.of(ProblemCode.NAME_CONFLICT)).isNull();
    assertThat(chosen.of(ProblemCode.DISTRICT_REGION)).isEqualTo(Severity.WARNING);
    assertThat(chosen.of(ProblemCode.UNIT_SLIP)).isNull();
    assertThat(chosen.of(ProblemCode.UNKNOWN_REGION)).isEqualTo(Severity.ERROR);
  }
}
