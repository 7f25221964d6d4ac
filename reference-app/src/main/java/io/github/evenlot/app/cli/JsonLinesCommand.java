package io.github.evenlot.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.internal.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/**
 * One JSON object a line in, one a line out, in order. A bad line is answered with what is wrong
 * with it, and the run goes on; the exit status is then 1.
 */
abstract class JsonLinesCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // Numbers become sums: they are read as the decimals they are written as.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to read instead of standard input.")
  private List<Path> files = List.of();

  /**
   * The answer to one question.
   *
   * @throws IllegalArgumentException if the question is malformed; the message becomes the answer
   */
  abstract Map<String, Object> answer(Document question);

  @Override
  public final Integer call() throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    boolean good = true;
    if (files.isEmpty()) {
      good = answerAll(reader(), out);
    }
    for (Path file : files) {
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        good &= answerAll(reader, out);
      }
    }
    out.flush();
    return good ? 0 : 1;
  }

  private static BufferedReader reader() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  private boolean answerAll(BufferedReader lines, PrintStream out) throws IOException {
    boolean good = true;
    String line = lines.readLine();
    while (line != null) {
      if (!line.isBlank()) {
        Map<String, Object> answer = answer(line);
        good &= !answer.containsKey("error");
        out.println(JSON.writeValueAsString(answer));
      }
      line = lines.readLine();
    }
    return good;
  }

  private Map<String, Object> answer(String line) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      Map<String, Object> question = parse(line);
      if (question.containsKey("id")) {
        answer.put("id", question.get("id"));
      }
      answer.putAll(answer(Document.of("question", question)));
    } catch (IllegalArgumentException e) {
      answer.put("error", String.valueOf(e.getMessage()));
    }
    return answer;
  }

  private static Map<String, Object> parse(String line) {
    @Nullable Map<String, Object> question;
    try {
      question = JSON.readValue(line, OBJECT);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
    }
    if (question == null) {
      throw new IllegalArgumentException("not a JSON object: null");
    }
    return question;
  }

  /** A double as JSON can hold it: what is not finite becomes null. */
  static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
