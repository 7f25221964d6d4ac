package io.github.evenlot.app;

import picocli.CommandLine.IVersionProvider;

/** Takes the version from the manifest of the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"evenlot " + (version == null ? "(not packaged)" : version)};
  }
}
