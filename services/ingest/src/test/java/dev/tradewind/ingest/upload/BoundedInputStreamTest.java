package dev.tradewind.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedInputStreamTest {
  private static InputStream bounded(int size, long left) {
    return new BoundedInputStream(new ByteArrayInputStream(new byte[size]), left, 100);
  }

  @Test
  void letsPassWhatIsAllowed() throws IOException {
    assertThat(bounded(60, 60).readAllBytes()).hasSize(60);
  }

  @Test
  void endsAnUploadThatIsLargerWithTheLimit() {
    assertThatThrownBy(() -> bounded(61, 60).readAllBytes())
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(413);
              assertThat(e.problem().detail()).contains("100 bytes");
            });
  }
}
