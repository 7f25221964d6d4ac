/** Assignment engines doing the same work: what is asked, of whom, and whether the answers hold. */
@NullMarked
package io.github.evenlot.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
