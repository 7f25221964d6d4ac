package io.github.evenlot.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.internal.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
          // Of two values under one name one would be dropped without a word.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files to read instead of standard input.")
  private List<Path> files = List.of();

  /**
   * The answer to one question.
   *
   * @throws IllegalArgumentException if the question is malformed; the message becomes the answer
   * @throws ArithmeticException if its numbers can't be calculated with; the message becomes the
   *     answer
   */
  abstract Map<String, Object> answer(Document question);

  /**
   * What a command does once, before its first question.
   *
   * @throws IOException if a file that it needs can't be used
   */
  void prepare() throws IOException {}

  @Override
  public final Integer call() throws IOException {
    prepare();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    boolean good = true;
    if (files.isEmpty()) {
      good = answerAll(reader(System.in), out);
    }
    for (Path file : files) {
      good &= answerAll(file, out);
    }
    out.flush();
    return good ? 0 : 1;
  }

  private boolean answerAll(Path file, PrintStream out) throws IOException {
    try (BufferedReader lines = reader(Files.newInputStream(file))) {
      return answerAll(lines, out);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (IOException e) {
      throw new IOException("file %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Latin-1 hands every byte on, so that the parser can refuse what is not UTF-8. */
  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
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

  /** The answer to a line, good or bad. */
  final Map<String, Object> answer(String line) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      Document question =
          Document.of("question", parse(line.getBytes(StandardCharsets.ISO_8859_1)));
      if (question.plain().containsKey("id")) {
        answer.put("id", question.plain().get("id"));
      }
      answer.putAll(answer(question));
    } catch (IllegalArgumentException | ArithmeticException e) {
      answer.put("error", String.valueOf(e.getMessage()));
    }
    return answer;
  }

  /**
   * @throws IllegalArgumentException if the bytes are not one JSON value in UTF-8, or an object has
   *     a name twice
   */
  static Object parse(byte[] json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + withoutPlace(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  /** What the parser says of places is about its own buffers. */
  private static String withoutPlace(String message) {
    int place = message.indexOf(" (start marker at ");
    return place < 0 ? message : message.substring(0, place);
  }

  /** A double as JSON can hold it: what is not finite becomes null. */
  static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
