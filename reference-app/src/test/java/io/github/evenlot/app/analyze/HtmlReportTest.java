package io.github.evenlot.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.Evenlot.Run;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The p-value is erfc(z/√2) of the pooled z = 3.3806, by Python: 7.23e-4. */
class HtmlReportTest {

  private static final String NASTY = "</td><script>alert('1 & 2')</script>";
  private static final String LINES =
      "experiment,metric,variant,n,sum\ne,m,a,1000,100\ne,m,%s,1000,150\nbad,m,a,1,%s\n"
          .formatted(NASTY, NASTY);

  @TempDir private Path directory;

  private String page() throws IOException {
    Path page = directory.resolve("report.html");
    Run run = Archives.run(directory, LINES, "--html", page.toString());
    assertThat(run.status()).isEqualTo(1);
    return Files.readString(page);
  }

  @Test
  @DisplayName("No text of a file becomes markup, in tables, in pictures, in errors.")
  void escaped() throws IOException {
    assertThat(page()).contains("&lt;script&gt;alert('1 &amp; 2')").doesNotContain("<script");
    Document body = body(page());
    assertThat(body.getElementsByTagName("article").item(0).getTextContent()).contains(NASTY);
    assertThat(body.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  @DisplayName("A page needs nothing from elsewhere.")
  void selfContained() throws IOException {
    assertThat(page().replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "url(", "@import", "src=", "<link");
  }

  @Test
  @DisplayName("Every picture has a title and a description, and every table names its columns.")
  void accessible() throws IOException {
    Document body = body(page());
    assertThat(body.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertThat(body.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(
            "Lifts relative to a. Arm "
                + NASTY
                + " is above the first: p = 7.2e-04, adjusted for 1 comparison.");
    assertThat(page()).contains("<html lang=\"en\">", "<th scope=\"col\">");
  }

  @Test
  @DisplayName("A page says how many studies there are, what they say, and which lines are wrong.")
  void content() throws IOException {
    String text = body(page()).getDocumentElement().getTextContent();
    assertThat(text).contains("All 1 studies", "winner", "+50 %", "experiment \"bad\" has one arm");
  }

  /**
   * Twice 1000 units with means of 10 and 12 and variances of 100: t = 2/√0.2, p by scipy 1.17.1: 2
   * * t.sf(20 ** 0.5, 1998) = 8.2e-06, lift 0.2 ± 1.96 √0.2/10. At the end the means are 10 and
   * 10.5, and p would be 0.11.
   */
  @Test
  @DisplayName(
      "Of a test that stopped at a look a page shows what is known then, as the table does.")
  void stopped() throws IOException {
    String head =
        "experiment_id,variant_id,metric_id,time_since_start,count_c,count_t,mean_c,mean_t,variance_c,variance_t";
    String file = head + "\ne,1,1,1,1000,1000,10,12,100,100\ne,1,1,2,2000,2000,10,10.5,100,100\n";
    Path page = directory.resolve("stopped.html");
    Run run = Archives.run(directory, file, "--format", "asos", "--html", page.toString());
    assertThat(run.status()).isZero();
    Document body = body(Files.readString(page));
    assertThat(body.getElementsByTagName("article").item(0).getTextContent())
        .contains("1,000", "12.000", "+20 % (+11 % to +29 %)", "8.2e-06")
        .doesNotContain("2,000", "10.500", "+5");
  }

  private static Document body(String page) {
    int from = page.indexOf("<body>");
    String body = page.substring(from, page.indexOf("</html>"));
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(body)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(body, e);
    }
  }
}
