package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {

  @TempDir private Path place;

  @Test
  void aTemporaryDirectoryGoesWithAllThatIsInIt() throws IOException {
    Path path;
    try (DemoDirectory directory = DemoDirectory.of(DemoOptions.defaults())) {
      path = directory.path();
      Files.createDirectories(path.resolve("kafka/topic-0"));
      Files.writeString(path.resolve("kafka/topic-0/log"), "facts");
      assertThat(path).isDirectory();
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void aDirectoryThatWasAskedForIsMadeAndStays() throws IOException {
    Path asked = place.resolve("a/b");
    try (DemoDirectory directory = DemoDirectory.of(in(asked))) {
      assertThat(directory.path()).isEqualTo(asked).isEmptyDirectory();
      Files.writeString(directory.path().resolve("log"), "facts");
    }
    assertThat(asked.resolve("log")).hasContent("facts");
  }

  @Test
  void oneThatHoldsSomethingIsRefusedAndLeftAlone() throws IOException {
    Path log = Files.writeString(place.resolve("log"), "mine");
    assertThatThrownBy(() -> DemoDirectory.of(in(place)))
        .isInstanceOf(DemoException.class)
        .hasMessage("directory %s is not empty", place);
    assertThat(log).hasContent("mine");
  }

  @Test
  void aFileInItsPlaceIsNamed() throws IOException {
    Path file = Files.writeString(place.resolve("file"), "mine");
    assertThatThrownBy(() -> DemoDirectory.of(in(file)))
        .isInstanceOf(DemoException.class)
        .hasMessage("stage start failed: FileAlreadyExistsException: " + file);
  }

  private static DemoOptions in(Path directory) {
    DemoOptions defaults = DemoOptions.defaults();
    return new DemoOptions(
        defaults.viewers(), false, Optional.of(directory), 0, 0, 0, DemoOptions.SEED);
  }
}
