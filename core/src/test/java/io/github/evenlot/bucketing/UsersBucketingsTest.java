package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.evenlot.Fixtures;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersBucketingsTest {

  /** Found through {@code META-INF/services}, as a user's would be. */
  public static final class FirstLetter implements Bucketing {

    @Override
    public String id() {
      return "first-letter";
    }

    @Override
    public int buckets() {
      return 100;
    }

    @Override
    public int bucket(String salt, String unit) {
      return unit.isEmpty() ? 0 : unit.charAt(0) % 100;
    }
  }

  private record Named(String id) implements Bucketing {

    @Override
    public int buckets() {
      return 1;
    }

    @Override
    public int bucket(String salt, String unit) {
      return 0;
    }
  }

  @Test
  @DisplayName("A user's own bucketing is found by its id, always the same one.")
  void found() {
    Bucketing found = Bucketings.byId("first-letter");
    assertThat(found).isInstanceOf(FirstLetter.class);
    assertThat(found.bucket("", "alice")).isEqualTo('a' % 100);
    assertThat(Bucketings.byId("first-letter")).isSameAs(found);
    assertThat(Bucketings.all()).doesNotContain(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first-letter",
        "md5-100",
        "sha256-10000",
        "eppo-100",
        "unleash-1000-86028157",
        "unleash-100-2147483647",
        "launchdarkly-50000-50000",
        "planout-uniform-3",
        "planout-weighted-7",
        "split",
        "growthbook-2"
      })
  @DisplayName("An experiment comes back from its document equal, whichever bucketing it has.")
  void documents(String id) {
    Experiment experiment =
        Experiment.builder("exp").bucketing(Bucketings.byId(id)).variant("on", 0).build();
    String document = Fixtures.json(ExperimentDocuments.toDocument(experiment));
    assertThat(ExperimentDocuments.experiment(Fixtures.parse(document)))
        .isEqualTo(experiment)
        .hasSameHashCodeAs(experiment);
  }

  @Test
  @DisplayName("One that can't be loaded is an exception, which whoever serves can catch.")
  void missing(@TempDir Path directory) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(Bucketing.class.getName()), "com.example.Missing");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader broken =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      thread.setContextClassLoader(broken);
      assertThatIllegalStateException()
          .isThrownBy(UsersBucketings::load)
          .withMessage("a bucketing of your own can't be loaded")
          .withStackTraceContaining("com.example.Missing");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  @DisplayName("Two bucketings of one id are refused, and so is one of Evenlot's.")
  void twice() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> UsersBucketings.byId(List.of(new Named("a"), new FirstLetter(), new Named("a"))))
        .withMessage(
            "two bucketings have the id \"a\": %s and %s".formatted(Named.class, Named.class));
    for (String taken : List.of("evenlot-1", "unleash-1000-1")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> UsersBucketings.byId(List.of(new Named(taken))))
          .withMessageStartingWith("two bucketings have the id \"%s\": class".formatted(taken));
    }
  }
}
