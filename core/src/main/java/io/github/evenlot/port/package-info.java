/** What the outside provides; adapters implement it, {@code memory} does so in memory. */
@NullMarked
package io.github.evenlot.port;

import org.jspecify.annotations.NullMarked;
