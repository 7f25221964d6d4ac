/** Named, versioned, frozen algorithms from a salt and a unit to a bucket. */
@NullMarked
package io.github.evenlot.bucketing;

import org.jspecify.annotations.NullMarked;
