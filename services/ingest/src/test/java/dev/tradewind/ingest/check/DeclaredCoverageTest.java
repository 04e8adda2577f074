package dev.tradewind.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredCoverageTest {
  @Test
  void saysTheSameAlwaysInTheSameWords() {
    DeclaredCoverage coverage = DeclaredCoverage.parse(" regions: CN-GD ;partners:VNM,USA,USA");

    assertThat(coverage.canonical()).isEqualTo("partners:USA,VNM;regions:CN-GD");
    assertThat(DeclaredCoverage.parse(coverage.canonical())).isEqualTo(coverage);
  }

  @Test
  void readsAll() {
    assertThat(DeclaredCoverage.parse("partners:all").canonical()).isEqualTo("partners:all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "USA",
        "partners:",
        "partners:XXX",
        "regions:USA",
        "products:85",
        "partners:all;partners:USA"
      })
  void refusesWhatItDoesNotKnow(String text) {
    assertThatThrownBy(() -> DeclaredCoverage.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
