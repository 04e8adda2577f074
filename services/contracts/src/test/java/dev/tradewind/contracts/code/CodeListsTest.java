package dev.tradewind.contracts.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListsTest {
  @Test
  void thereAre31RegionsWithNamesInBothLanguages() {
    assertThat(Region.all()).hasSize(31);
    assertThat(Region.all())
        .allSatisfy(
            region -> {
              assertThat(region.code()).matches("CN-[A-Z]{2}");
              assertThat(region.gacc()).matches("[1-6][0-9]");
              assertThat(region.nameEn()).isNotBlank();
              assertThat(region.fullNameZh()).startsWith(region.nameZh().substring(0, 2));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "14,CN-SX,Shanxi,山西省",
    "61,CN-SN,Shaanxi,陕西省",
    "41,CN-HA,Henan,河南省",
    "43,CN-HN,Hunan,湖南省",
    "42,CN-HB,Hubei,湖北省",
    "13,CN-HE,Hebei,河北省",
    "44,CN-GD,Canton,广东省"
  })
  void regionsThatSoundAlikeAreToldApart(String gacc, String code, String english, String chinese) {
    assertThat(Region.ofGacc(gacc)).isEqualTo(Region.of(code));
    assertThat(Region.named(english)).isEqualTo(Region.of(code));
    assertThat(Region.named(chinese)).isEqualTo(Region.of(code));
  }

  @Test
  void everyPartnerHasNamesInBothLanguagesAndAUniqueCode() {
    assertThat(Partner.all()).hasSizeGreaterThan(240);
    assertThat(Partner.all())
        .allSatisfy(
            partner -> {
              assertThat(partner.code()).matches("[A-Z]{3}|X[0-9]{3}");
              assertThat(partner.nameEn()).isNotBlank();
              assertThat(partner.nameZh()).isNotBlank();
              assertThat(partner.gaccCodes()).isNotEmpty();
            });
    assertThat(Partner.all()).extracting(Partner::code).doesNotHaveDuplicates();
  }

  @Test
  void aRecodedPartnerKeepsItsIdentity() {
    assertThat(Partner.ofGacc("337")).isSameAs(Partner.ofGacc("150"));
    assertThat(Partner.gacc("337").valid(YearMonth.of(2022, 12))).isTrue();
    assertThat(Partner.gacc("337").valid(YearMonth.of(2023, 1))).isFalse();
    assertThat(Partner.gacc("150").valid(YearMonth.of(2022, 12))).isFalse();
    assertThat(Partner.gacc("502").valid(YearMonth.of(1999, 1))).isTrue();
  }

  @Test
  void aPartnerWithoutAnIsoCodeIsXAndTheCustomsCode() {
    assertThat(Partner.ofGacc("701").code()).isEqualTo("X701");
    assertThat(Partner.ofGacc("502").code()).isEqualTo("USA");
    assertThat(Partner.ofGacc("142").code()).isEqualTo("CHN");
  }

  @Test
  void aSectorsProductsDependOnTheHsEdition() {
    Sector phones = Sector.of("phones");
    assertThat(phones.contains("85171300", 2022)).isTrue();
    assertThat(phones.contains("85171300", 2021)).isFalse();
    assertThat(phones.contains("85171210", 2021)).isTrue();
    assertThat(phones.contains("85171210", 2022)).isFalse();
  }

  @Test
  void theDefaultVariantNeedsNoSuffix() {
    assertThat(Sector.of("furniture")).isSameAs(Sector.of("furniture:narrow"));
    assertThat(Sector.of("furniture").contains("94041000", 2025)).isFalse();
    assertThat(Sector.of("furniture:broad").contains("94041000", 2025)).isTrue();
    assertThat(Sector.of("special_unclassified").id()).isEqualTo("special_unclassified");
    assertThat(Sector.of("nothing")).isNull();
  }
}
