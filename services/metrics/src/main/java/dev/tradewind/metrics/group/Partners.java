package dev.tradewind.metrics.group;

import dev.tradewind.contracts.code.Partner;
import java.util.List;

/**
 * One partner, the world, or several partners that are added up.
 *
 * @param id ISO 3166-1 alpha-3, {@code WLD}, or a group such as {@code asean}
 * @param nameEn the English name
 * @param nameZh the Chinese name
 * @param codes the partners' codes; only {@code WLD} for the world
 */
public record Partners(String id, String nameEn, String nameZh, List<String> codes) {
  /** All partners. */
  public static final Partners WORLD = of(Partner.WORLD);

  /** One partner, or the world. */
  public static Partners of(String code) {
    return new Partners(code, Partner.nameEn(code), Partner.nameZh(code), List.of(code));
  }

  /** Whether it is the world. */
  public boolean world() {
    return id.equals(Partner.WORLD);
  }

  /** The codes as a parameter of a statement. */
  public String[] array() {
    return codes.toArray(String[]::new);
  }
}
