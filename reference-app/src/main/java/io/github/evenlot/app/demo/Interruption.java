package io.github.evenlot.app.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an interrupt of the thread that made this, and holds the end of the process
 * back until that thread has put everything away.
 */
final class Interruption implements AutoCloseable {

  private static final int MOST_SECONDS = 60;

  private final CountDownLatch putAway = new CountDownLatch(1);
  private final Thread hook;

  private Interruption(Thread main) {
    this.hook = new Thread(() -> interrupt(main), "put-away");
  }

  static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Waits for Ctrl-C. */
  static void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // That is what was waited for; what comes next is putting away, which must not be
      // interrupted.
      Thread.interrupted();
    }
  }

  private void interrupt(Thread main) {
    main.interrupt();
    try {
      putAway.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    putAway.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, which is why this is closed.
    }
  }
}
