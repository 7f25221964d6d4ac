/** Sufficient statistics: exact integer sums, and the moments in floating point made from them. */
@NullMarked
package io.github.evenlot.statistics;

import org.jspecify.annotations.NullMarked;
