package io.github.evenlot.app.svg;

/** What all plots share: their frame for readers and screen readers, and their style. */
public final class Sheet {

  /**
   * The style of all plots: for a page that holds several, once. Colours by Okabe and Ito, which
   * the colour-blind can tell apart.
   */
  public static final String CSS =
      """
      .plot{font:13px system-ui,-apple-system,"Segoe UI",sans-serif;display:block;width:100%;max-width:760px;height:auto;margin:0 auto}
      .plot text{fill:#222}.plot .quiet{fill:#5b6570}
      .plot .grid{stroke:#e3e6ea}.plot .axis,.plot .null{stroke:#7a848f}
      .plot .line,.plot .mark{stroke:#0072b2}.plot .line-dot{fill:#0072b2}
      .plot .other{stroke:#d55e00}.plot .other-dot{fill:#d55e00}
      .plot .boundary{stroke:#a3458a}.plot .boundary,.plot .null{stroke-dasharray:5 4}
      .plot .line,.plot .other,.plot .boundary,.plot .mark{fill:none;stroke-width:1.8}
      .plot .strong{stroke:#009e73}.plot .strong-dot{fill:#009e73}
      @media screen and (prefers-color-scheme:dark){
      .plot text{fill:#e6e6e6}.plot .quiet{fill:#a4adb6}.plot .grid{stroke:#363c43}
      .plot .line,.plot .mark{stroke:#56b4e9}.plot .line-dot{fill:#56b4e9}
      .plot .boundary{stroke:#e29ac6}.plot .other{stroke:#f0a04b}.plot .other-dot{fill:#f0a04b}
      .plot .strong{stroke:#3ecf9f}.plot .strong-dot{fill:#3ecf9f}}
      """;

  private Sheet() {}

  /** A picture with its title and description, for those who do not see it. */
  static Element of(String title, String description, double width, double height) {
    return Element.of("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("class", "plot")
        .with("role", "img")
        .with("aria-label", title)
        .with("viewBox", "0 0 " + Element.pixels(width) + " " + Element.pixels(height))
        .with("width", width)
        .with("height", height)
        .add(Element.of("title").text(title))
        .add(Element.of("desc").text(description));
  }

  /** A picture as a file of its own, with the style in it. */
  public static String standalone(String svg) {
    int inside = svg.indexOf('>') + 1;
    return svg.substring(0, inside)
        + "\n<style>\n"
        + CSS
        + "</style>\n"
        + svg.substring(inside)
        + "\n";
  }

  static Element text(double x, double y, String anchor, String text) {
    return Element.of("text").with("x", x).with("y", y).with("text-anchor", anchor).text(text);
  }

  static Element line(String css, double x1, double y1, double x2, double y2) {
    return Element.of("line")
        .with("class", css)
        .with("x1", x1)
        .with("y1", y1)
        .with("x2", x2)
        .with("y2", y2);
  }

  static Element square(String css, double x, double y, double side) {
    return Element.of("rect")
        .with("class", css)
        .with("x", x - side / 2)
        .with("y", y - side / 2)
        .with("width", side)
        .with("height", side);
  }
}
