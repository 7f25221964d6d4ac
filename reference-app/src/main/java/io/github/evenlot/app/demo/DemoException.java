package io.github.evenlot.app.demo;

import java.nio.file.FileSystemException;

/** The demo can't go on; the message is one line for the person at the terminal. */
final class DemoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What went wrong in a stage, in one line: what was tried, and the deepest cause. */
  static DemoException of(String stage, Throwable failure) {
    String tried = line(telling(failure));
    String cause = line(deepest(failure));
    return new DemoException(
        tried.contains(cause)
            ? "stage %s failed: %s".formatted(stage, tried)
            : "stage %s failed: %s: %s".formatted(stage, tried, cause),
        failure);
  }

  /** The first that says more than that there is a cause. */
  private static Throwable telling(Throwable failure) {
    Throwable cause = failure.getCause();
    if (cause == null) {
      return failure;
    }
    String message = failure.getMessage();
    return message == null || message.equals(cause.toString()) ? telling(cause) : failure;
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null || cause == failure ? failure : deepest(cause);
  }

  private static String line(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    String message = cause.getMessage();
    if (message == null || message.isBlank()) {
      return name;
    }
    String first = message.lines().findFirst().orElse("");
    return cause instanceof FileSystemException ? "%s: %s".formatted(name, first) : first;
  }
}
