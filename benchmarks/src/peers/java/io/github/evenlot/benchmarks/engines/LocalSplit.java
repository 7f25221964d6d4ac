package io.github.evenlot.benchmarks.engines;

import io.split.client.SplitClient;
import io.split.client.SplitClientConfig;
import io.split.client.SplitFactoryBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.TimeoutException;

/** Split's client without a network. */
public final class LocalSplit {

  private static final int READY_MILLIS = 60_000;

  private LocalSplit() {}

  /**
   * @param file the definitions, as JSON
   */
  public static SplitClient client(String file) {
    SplitClientConfig config =
        SplitClientConfig.builder()
            .splitFile(file)
            .setBlockUntilReadyTimeout(READY_MILLIS)
            .disableDestroyOnShutDown()
            .build();
    try {
      SplitClient client = SplitFactoryBuilder.build("localhost", config).client();
      client.blockUntilReady();
      return client;
    } catch (IOException | URISyntaxException | TimeoutException e) {
      throw new IllegalStateException("Split does not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Split starts", e);
    }
  }
}
