/** Arithmetic and hashes that are not part of the API. */
@NullMarked
package io.github.evenlot.internal;

import org.jspecify.annotations.NullMarked;
