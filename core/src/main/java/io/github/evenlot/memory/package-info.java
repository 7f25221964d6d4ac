/** Every port in memory, and a clock that can be set, for users' own tests. */
@NullMarked
package io.github.evenlot.memory;

import org.jspecify.annotations.NullMarked;
