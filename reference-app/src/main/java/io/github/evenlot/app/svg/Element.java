package io.github.evenlot.app.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An element of SVG or HTML that is being written. Whatever comes in as text or as the value of an
 * attribute is escaped, so that no name of an arm can become markup.
 */
public final class Element {

  private static final int DECIMALS = 2;

  private final String name;
  private final StringBuilder attributes = new StringBuilder();
  private final StringBuilder content = new StringBuilder();

  private Element(String name) {
    this.name = name;
  }

  /** An empty element. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** Adds an attribute. */
  public Element with(String attribute, String value) {
    attributes.append(' ').append(attribute).append("=\"").append(escaped(value)).append('"');
    return this;
  }

  /**
   * Adds an attribute in pixels, to a hundredth of one.
   *
   * @throws NumberFormatException if it is not finite
   */
  public Element with(String attribute, double value) {
    return with(attribute, pixels(value));
  }

  /** Adds text. */
  public Element text(String text) {
    content.append(escaped(text));
    return this;
  }

  /** Adds a child, as it is now. */
  public Element add(Element child) {
    content.append(child);
    return this;
  }

  /** Adds what is markup already: a style sheet, a picture. */
  public Element markup(String markup) {
    content.append(markup);
    return this;
  }

  /** A number of pixels as it stands in attributes. */
  static String pixels(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Always with an end tag, which suits XML and every element of HTML that has content. */
  @Override
  public String toString() {
    return "<" + name + attributes + ">" + content + "</" + name + ">";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(each -> append(escaped, each));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int codePoint) {
    switch (codePoint) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      default -> escaped.appendCodePoint(isXml(codePoint) ? codePoint : '\uFFFD');
    }
  }

  /** XML 1.0, section 2.2: no control characters, no halves of surrogate pairs. */
  private static boolean isXml(int codePoint) {
    return codePoint >= ' ' && codePoint < Character.MIN_SURROGATE
        || codePoint > Character.MAX_SURROGATE && codePoint < 0xFFFE
        || codePoint > 0xFFFF
        || codePoint == '\t'
        || codePoint == '\n';
  }
}
