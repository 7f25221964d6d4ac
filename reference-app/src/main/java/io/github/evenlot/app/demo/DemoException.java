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
    String tried = line(failure);
    String cause = line(deepest(failure));
    return new DemoException(
        tried.contains(cause)
            ? "stage %s failed: %s".formatted(stage, tried)
            : "stage %s failed: %s: %s".formatted(stage, tried, cause),
        failure);
  }

  private static Throwable deepest(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static String line(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    boolean named = cause.getMessage() == null || cause instanceof FileSystemException;
    return named ? "%s: %s".formatted(cause.getClass().getSimpleName(), message) : message;
  }
}
