package dev.tradewind.testing;

/** The columns of a customs query in the order of the site, with their Chinese headers. */
public enum CustomsColumn {
  /** {@code 202507}. */
  PERIOD("数据年月"),
  /** The HS code. */
  PRODUCT("商品编码"),
  PRODUCT_NAME("商品名称"),
  /** The customs code of the country: {@code 502}. */
  PARTNER("贸易伙伴编码"),
  PARTNER_NAME("贸易伙伴名称"),
  /** The trade mode: {@code 10}. */
  MODE("贸易方式编码"),
  MODE_NAME("贸易方式名称"),
  /** The customs code of the place of registration: {@code 44}. */
  REGION("注册地编码"),
  REGION_NAME("注册地名称"),
  QUANTITY("第一数量"),
  UNIT("第一计量单位"),
  SECOND_QUANTITY("第二数量"),
  SECOND_UNIT("第二计量单位"),
  /** Whole currency units with thousands separators; the header names the currency. */
  VALUE("美元");

  private final String header;

  CustomsColumn(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }
}
