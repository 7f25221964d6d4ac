package io.github.evenlot.benchmarks.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.eppo.BaseEppoClient;
import cloud.eppo.api.Configuration;
import java.util.concurrent.CompletableFuture;

/** Eppo's client without a network; its server and Android clients are subclasses too. */
public final class EppoClient extends BaseEppoClient {

  /**
   * @param flags the configuration as JSON
   */
  public EppoClient(String flags) {
    super(
        "sdk-key",
        "benchmark",
        "1",
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        false,
        CompletableFuture.completedFuture(
            Configuration.builder(flags.getBytes(UTF_8), false).build()),
        null,
        null);
  }
}
