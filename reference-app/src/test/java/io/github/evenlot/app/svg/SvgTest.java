package io.github.evenlot.app.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SvgTest {

  private static final String NASTY = "\"</svg><script>alert('1 & 2')</script>\u0007";

  private static final LinePlot LINES =
      new LinePlot(
          "Lines",
          "Two lines.",
          Axis.of("x", 0, 10),
          Axis.of("y", -1, 1),
          List.of(
              new Series(
                  "one",
                  Series.Style.LINE,
                  List.of(Point.of(0, -1), new Point(5, 0, -0.5, 0.5), Point.of(10, 99))),
              new Series("two", Series.Style.BOUNDARY, List.of(Point.of(0, 1), Point.of(10, 1)))));

  @Test
  @DisplayName("Points are where the axes say, and beyond an axis on its end.")
  void places() {
    NodeList lines = xml(LINES.svg()).getElementsByTagName("polyline");
    // From the left end and the bottom, to the middle, to the right end and the top.
    assertThat(lines.item(0).getAttributes().getNamedItem("points").getNodeValue())
        .isEqualTo("62,288 342,174 622,60");
    assertThat(lines.item(1).getAttributes().getNamedItem("points").getNodeValue())
        .isEqualTo("62,60 622,60");
  }

  @Test
  @DisplayName("An error bar is drawn from its lower to its upper end.")
  void bars() {
    assertThat(LINES.svg())
        .contains("<line class=\"line\" x1=\"342\" y1=\"231\" x2=\"342\" y2=\"117\"></line>");
  }

  @Test
  @DisplayName("Ticks are at round numbers, with a minus sign where they are below zero.")
  void ticks() {
    assertThat(Axis.of("y", -1, 1).ticks())
        .extracting(Tick::label)
        .containsExactly("−1", "−0.5", "0", "0.5", "1");
    assertThat(Axis.of("n", 0, 4_700).ticks())
        .extracting(Tick::label)
        .containsExactly("0", "1000", "2000", "3000", "4000");
    assertThat(Axis.of("p", 0.0001, 0.0007).ticks())
        .extracting(Tick::label)
        .containsExactly("0.0001", "0.0002", "0.0003", "0.0004", "0.0005", "0.0006", "0.0007");
  }

  @Test
  @DisplayName("No text becomes markup, and the pictures are well-formed XML.")
  void escaped() {
    LinePlot lines =
        new LinePlot(NASTY, NASTY, Axis.of(NASTY, 0, 1), Axis.of(NASTY, 0, 1), List.of());
    ForestPlot forest =
        new ForestPlot(
            NASTY,
            NASTY,
            Axis.of(NASTY, -1, 1),
            0,
            List.of(new ForestPlot.Row(NASTY, 0, -2, 2, true)));
    for (String svg : List.of(lines.svg(), forest.svg())) {
      Document read = xml(Sheet.standalone(svg));
      assertThat(read.getElementsByTagName("script").getLength()).isZero();
      assertThat(read.getElementsByTagName("title").item(0).getTextContent())
          .isEqualTo(NASTY.replace('\u0007', '\uFFFD'));
    }
  }

  @Test
  @DisplayName(
      "A forest plot has an arrow where an interval goes beyond the axis, and none within.")
  void arrows() {
    ForestPlot forest =
        new ForestPlot(
            "Lifts",
            "Three lifts.",
            Axis.of("lift in percent", -10, 10),
            0,
            List.of(
                new ForestPlot.Row("within", 1, -2, 4, false),
                new ForestPlot.Row("beyond on one side", 1, -20, 4, false),
                new ForestPlot.Row("beyond on both", 1, -20, 40, false)));
    assertThat(xml(forest.svg()).getElementsByTagName("polyline").getLength()).isEqualTo(3);
  }

  @Test
  @DisplayName("Who does not see a picture is told its title and what it shows.")
  void accessible() {
    Document read = xml(LINES.svg());
    assertThat(read.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(read.getDocumentElement().getAttribute("aria-label")).isEqualTo("Lines");
    assertThat(read.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("Two lines.");
  }

  @Test
  @DisplayName("An axis that goes nowhere is refused with its ends.")
  void emptyAxis() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.of("x", 1, 1))
        .withMessage("axis from 1.0 to 1.0 is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Axis.of("x", 0, Double.POSITIVE_INFINITY))
        .withMessage("axis from 0.0 to Infinity is empty");
  }

  private static Document xml(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(svg, e);
    }
  }
}
