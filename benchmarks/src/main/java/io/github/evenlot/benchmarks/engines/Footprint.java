package io.github.evenlot.benchmarks.engines;

import org.openjdk.jol.info.GraphLayout;

/** Prints the heap that a thousand compiled experiments take, and a caller's buffer for them. */
public final class Footprint {

  static {
    // Else JOL asks for the right to attach to this process, to look into records.
    System.setProperty("jol.magicFieldOffset", "true");
  }

  private Footprint() {}

  public static void main(String[] arguments) {
    EvenlotEngine engine = new EvenlotEngine(Work.S4);
    Users users = Work.S4.users(1, Ids.ACCOUNT);
    GraphLayout compiled = GraphLayout.parseInstance(engine.assigner());
    GraphLayout buffer = GraphLayout.parseInstance(engine.all(users.id(0), users.profile(0)));
    System.out.printf(
        "%,d experiments: %,d bytes; each buffer for them: %,d bytes%n",
        Work.S4.trials().size(), compiled.totalSize(), buffer.subtract(compiled).totalSize());
    System.out.println(compiled.toFootprint());
  }

  /** Objects and arrays that are reached from here, each once. */
  static long bytes(Object root) {
    return GraphLayout.parseInstance(root).totalSize();
  }
}
