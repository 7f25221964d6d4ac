/**
 * The streaming job and the batch job on Apache Flink: facts in, rows of exact moments out. Both
 * run {@link io.github.evenlot.metric.UnitLedger}; this package carries facts to it, keeps its
 * state, and carries the rows to the store.
 */
@NullMarked
package io.github.evenlot.flink;

import org.jspecify.annotations.NullMarked;
