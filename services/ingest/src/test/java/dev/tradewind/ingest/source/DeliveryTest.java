package dev.tradewind.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static List<String> deliveries(String... names) {
    return Delivery.of(Stream.of(names).map(name -> new StoredObject(name, "v1", 1)).toList())
        .stream()
        .map(delivery -> delivery.name() + delivery.files().size())
        .toList();
  }

  @Test
  void eachFileAtTheTopIsOne() {
    assertThat(deliveries("b.csv", "a.csv.gz")).containsExactly("a.csv.gz1", "b.csv1");
  }

  @Test
  void helpersResultsAndHalfWrittenFilesAreNone() {
    assertThat(deliveries("a.csv.part", ".a.csv", "_notes", "a.csv.result.json", "b.csv~", "c.tmp"))
        .isEmpty();
  }

  @Test
  void aFolderIsOneOnceItsMarkerIsThere() {
    assertThat(deliveries("2025-07/a.csv", "2025-07/b.csv")).isEmpty();
    assertThat(deliveries("2025-07/a.csv", "2025-07/b.csv", "2025-07/_READY"))
        .containsExactly("2025-07/2");
  }

  @Test
  void theResultOfAFolderStandsBesideIt() {
    assertThat(Delivery.resultName("2025-07/")).isEqualTo("2025-07.result.json");
    assertThat(Delivery.resultName("a.csv")).isEqualTo("a.csv.result.json");
  }

  @Test
  void anotherFileMakesAnotherVersionOfAFolder() {
    List<StoredObject> one =
        List.of(new StoredObject("f/a", "1", 1), new StoredObject("f/_READY", "1", 0));
    List<StoredObject> other =
        List.of(new StoredObject("f/a", "2", 1), new StoredObject("f/_READY", "1", 0));

    assertThat(Delivery.of(one).get(0).version()).isNotEqualTo(Delivery.of(other).get(0).version());
  }
}
