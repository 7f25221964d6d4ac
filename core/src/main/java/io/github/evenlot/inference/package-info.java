/**
 * Test methods: from the moments of the arms to an estimate, an interval and a p-value, or to the
 * reason why there is none.
 */
@NullMarked
package io.github.evenlot.inference;

import org.jspecify.annotations.NullMarked;
