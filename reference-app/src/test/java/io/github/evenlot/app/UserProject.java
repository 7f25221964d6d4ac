package io.github.evenlot.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What somebody who uses Evenlot has: classes in a directory, and processes that run them. */
final class UserProject {

  private static final Pattern TYPE =
      Pattern.compile("^(?:public )?(?:final )?(?:class|record) (\\w+)", Pattern.MULTILINE);
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path classes;

  private UserProject(Path classes) {
    this.classes = classes;
  }

  /**
   * @param classes an empty directory
   * @param sources each a whole file
   */
  static UserProject compiled(Path classes, List<String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", CLASS_PATH, "-Xlint:all", "-Werror", "-proc:none");
    List<JavaFileObject> files = sources.stream().map(UserProject::file).toList();
    if (!compiler.getTask(messages, null, null, options, null, files).call()) {
      throw new AssertionError(messages.toString());
    }
    return new UserProject(classes);
  }

  private static JavaFileObject file(String source) {
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new AssertionError("no class or record in " + source);
    }
    return new SimpleJavaFileObject(
        URI.create("string:///com/example/" + type.group(1) + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  /** With a file that the service loader reads. */
  UserProject withService(String service, String line) throws IOException {
    Path file = classes.resolve("META-INF/services").resolve(service);
    Files.createDirectories(file.getParent());
    Files.writeString(file, line);
    return this;
  }

  /** Runs a main class in a process of its own, the project's classes last on its class path. */
  String run(String input, String main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                CLASS_PATH + File.pathSeparator + classes,
                main));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.outputWriter(UTF_8).append(input).close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("%s ended with %d".formatted(command, process.exitValue()));
    }
    return output;
  }

  /** Runs a test class of the project. */
  TestExecutionSummary test(String testClass) throws IOException, ClassNotFoundException {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(loader.loadClass(testClass)))
                  .build(),
              summary);
    }
    return summary.getSummary();
  }
}
