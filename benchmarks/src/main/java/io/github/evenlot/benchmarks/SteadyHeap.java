package io.github.evenlot.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/**
 * A small heap whose pages are there beforehand, and a collector that works only when it has to:
 * else what allocates waits for the system at random.
 */
@Fork(jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"})
public abstract class SteadyHeap {}
