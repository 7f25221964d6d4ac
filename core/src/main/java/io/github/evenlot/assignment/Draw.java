package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.Bucketing;

/**
 * A lot: a kind of unit, and how its units are drawn. Two rules with equal draws see the same
 * bucket.
 */
record Draw(String unitKind, Bucketing bucketing, String salt) {}
