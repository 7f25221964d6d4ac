package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The command simulate")
class SimulateCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Armitage, McPherson and Rowe (1969), table 2: 0.142 at five looks, 0.107 at three, 0.083 at
   * two.
   */
  @Test
  @DisplayName("tells the error of peeking, look by look, with its own error")
  void peeking() {
    JsonNode answer = answer("--looks 5 --runs 20000 --seed 7");
    double error = Math.sqrt(0.142 * 0.858 / 20_000);
    assertThat(answer.path("rejection_rate").asDouble()).isCloseTo(0.142, within(4 * error));
    assertThat(answer.path("rejection_rate_error").asDouble()).isCloseTo(error, within(1e-4));
    JsonNode byLook = answer.path("rejection_rate_by_look");
    assertThat(byLook.size()).isEqualTo(5);
    assertThat(byLook.path(1).asDouble()).isCloseTo(0.083, within(4 * error));
    assertThat(byLook.path(2).asDouble()).isCloseTo(0.107, within(4 * error));
    assertThat(answer.path("coverage").asDouble())
        .isCloseTo(1 - answer.path("rejection_rate").asDouble(), within(1e-12));
    assertThat(answer.path("untestable_runs").asInt(-1)).isZero();
  }

  /**
   * The power of the two-sided z test is Φ(δ − 1.96) + Φ(−δ − 1.96), 0.7054 at δ = 0.25·√(200/2).
   */
  @Test
  @DisplayName("tells power, coverage and users of one look")
  void power() {
    JsonNode answer = answer("--users 200 --effect 0.25");
    assertThat(answer.path("rejection_rate").asDouble()).isCloseTo(0.7054, within(0.02));
    assertThat(answer.path("coverage").asDouble()).isCloseTo(0.95, within(0.009));
    assertThat(answer.path("bias").asDouble())
        .isCloseTo(0, within(4 * answer.path("bias_error").asDouble()));
    assertThat(answer.path("expected_users").asDouble()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--spending obrien-fleming",
        "--spending kim-demets --rho 2",
        "--spending hwang-shih-decani --gamma 1",
        "--spending pocock --sides 1",
        "--method two-proportion-z --family bernoulli --spending pocock --allocation 0.5",
        "--method cuped --family correlated --data correlation=0.8 --spending pocock",
        "--method ratio --family ratio --users 500 --spending pocock --runs 1000",
      })
  @DisplayName("finds that designs keep to alpha")
  void designs(String options) {
    JsonNode answer = answer("--looks 3 " + options);
    double error = Math.sqrt(0.05 * 0.95 / answer.path("runs").asDouble());
    assertThat(answer.path("rejection_rate").asDouble()).isCloseTo(0.05, within(4 * error));
  }

  @Test
  @DisplayName("finds that a method that is always valid may be looked at often")
  void alwaysValid() {
    JsonNode answer = answer("--method msprt --parameter tau_squared=0.01 --looks 50 --users 100");
    assertThat(answer.path("rejection_rate").asDouble()).isBetween(0.001, 0.05);
  }

  @Test
  @DisplayName("answers a line for each effect, the same at every call")
  void effects() {
    List<JsonNode> lines = answers("--users 50 --runs 500 --effect 0,0.2,0.4");
    assertThat(lines)
        .extracting(line -> line.path("effect").asDouble())
        .containsExactly(0., .2, .4);
    assertThat(lines).isSortedAccordingTo((a, b) -> Double.compare(rate(a), rate(b)));
    assertThat(answers("--users 50 --runs 500 --effect 0,0.2,0.4")).isEqualTo(lines);
    assertThat(answers("--users 50 --runs 500 --effect 0,0.2,0.4 --seed 2")).isNotEqualTo(lines);
  }

  @Test
  @DisplayName("holds a relative lift against the truth it is given")
  void truth() {
    JsonNode answer =
        answer("--method relative-lift --data mean=10,sd=2 --effect 0.5 --truth 0.05 --users 900");
    assertThat(answer.path("coverage").asDouble()).isCloseTo(0.95, within(0.009));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--looks 4", "--effect 0,0.1,0.2"})
  @DisplayName("draws the rates with their errors beside alpha")
  void plot(String options, @TempDir Path directory) throws Exception {
    Path file = directory.resolve("rates.svg");
    answers(options + " --users 100 --runs 500 --plot " + file);
    String svg = Files.readString(file);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg).contains("<svg", "rejected", "alpha", "welch", "<style>");
    assertThat(svg.split("<circle", -1).length - 1).isGreaterThanOrEqualTo(3);
  }

  @Test
  @DisplayName("names the value and the bound of what it refuses")
  void refuses() {
    assertThat(error("--looks 0")).isEqualTo("0 looks, not 1 to 1000");
    assertThat(error("--users 0")).startsWith("users 0 is outside [1, ");
    assertThat(error("--alpha 0.7")).isEqualTo("alpha 0.7 is outside (0, 0.5)");
    assertThat(error("--alpha 0")).isEqualTo("alpha 0.0 is outside (0, 0.5)");
    assertThat(error("--sides 1 --method pearson --family bernoulli"))
        .isEqualTo("sides 1 takes a one-sided test, and method \"pearson\" has no alternative");
    assertThat(error("--runs 0")).isEqualTo("0 runs; it takes at least 1");
    assertThat(error("--sides 3")).isEqualTo("sides 3 is neither 1 nor 2");
    assertThat(error("--spending kim-demets")).isEqualTo("--rho is missing");
    assertThat(error("--family cauchy")).startsWith("no family \"cauchy\"; there are normal, ");
    assertThat(error("--data rate=1"))
        .isEqualTo("family \"normal\" has no parameter \"rate\"; it has [mean, sd]");
    assertThat(error("--family bernoulli --data rate=1.5"))
        .isEqualTo("rate 1.5 is outside (0.0, 1.0)");
    assertThat(error("--family bernoulli --method two-proportion-z --effect 0.95"))
        .isEqualTo("rate with its effect 1.05 is outside (0.0, 1.0)");
    assertThat(error("--method magic")).startsWith("no test method \"magic\"; there are [welch, ");
  }

  @Test
  @DisplayName("says in a line that a picture can't be written")
  void unwritable(@TempDir Path directory) {
    Run run = run("--users 10 --runs 10 --plot " + directory.resolve("no/such.svg"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip())
        .contains("no/such.svg can't be written: there is no directory ")
        .doesNotContain("\n");
  }

  private static double rate(JsonNode answer) {
    return answer.path("rejection_rate").asDouble();
  }

  private static JsonNode answer(String options) {
    List<JsonNode> answers = answers(options);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private static List<JsonNode> answers(String options) {
    Run run = run(options);
    assertThat(run.status()).as(run.err()).isZero();
    List<JsonNode> answers = new ArrayList<>();
    for (String line : run.lines()) {
      try {
        answers.add(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        throw new AssertionError(line, e);
      }
    }
    return answers;
  }

  private static String error(String options) {
    Run run = run(options);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("evenlot simulate: ");
    return run.err().substring("evenlot simulate: ".length()).strip();
  }

  private static Run run(String options) {
    return Evenlot.run("", ("simulate " + options).split(" "));
  }
}
