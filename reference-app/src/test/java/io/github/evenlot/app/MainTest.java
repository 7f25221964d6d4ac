package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.Evenlot.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void withoutArgumentsItSaysWhatThereIs() {
    Run run = Evenlot.run("");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Usage: evenlot")
        .containsSubsequence(
            "demo  ",
            "bucket  ",
            "test  ",
            "srm  ",
            "boundaries  ",
            "monitor  ",
            "adjust  ",
            "power  ",
            "analyze  ");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bucket", "test", "srm", "boundaries", "monitor", "adjust", "power"})
  void everyCalculatingCommandExplainsWhatGoesInAndWhatComesOut(String command) {
    Run run = Evenlot.run("", command, "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: evenlot " + command, "In:  {", "Out: {", "[FILE...]");
  }

  @Test
  void theDemoExplainsItsOptionsAndItsExitStatus() {
    Run run = Evenlot.run("", "demo", "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("--viewers=N", "--keep", "--directory=DIR", "Exit status: 0");
  }

  @Test
  void helpIsUtf8WhateverTheLocale() {
    assertThat(Evenlot.run("", "srm", "--help").out()).contains("\"statistic\": …");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bucket", "test", "srm", "boundaries", "monitor", "adjust", "power", "demo"})
  void everyCommandTellsTheVersion(String command) {
    Run run = command.isEmpty() ? Evenlot.run("", "-V") : Evenlot.run("", command, "--version");
    assertThat(run.status()).isZero();
    assertThat(run.line()).startsWith("evenlot ");
  }

  @Test
  void anUnknownCommandIsNamedAndTheStatusIsTwo() {
    Run run = Evenlot.run("", "bukket");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'bukket'");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownOptionIsNamedAndTheStatusIsTwo() {
    Run run = Evenlot.run("", "srm", "--alpha=0.05");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'--alpha=0.05'");
  }
}
