package io.github.evenlot.app.demo;

import java.nio.file.FileSystemException;
import java.util.Locale;

/** The demo can't go on; the message is one line for the person at the terminal. */
final class DemoException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What went wrong in a stage, in one line: the deepest cause says it best. */
  static DemoException of(String stage, Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return new DemoException("stage %s failed: %s".formatted(stage, line(deepest)), failure);
  }

  private static String line(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return "no space left on the disk (" + message + ")";
    }
    if (cause instanceof FileSystemException) {
      return "%s: %s".formatted(cause.getClass().getSimpleName(), message);
    }
    return message.isEmpty() || message.equals("null") ? cause.getClass().getName() : message;
  }
}
