/** From the facts of one unit to rows of exact increments that sum to the truth in any order. */
@NullMarked
package io.github.evenlot.metric;

import org.jspecify.annotations.NullMarked;
