/** Who gets which variant, as a pure function of configuration, unit and time. */
@NullMarked
package io.github.evenlot.assignment;

import org.jspecify.annotations.NullMarked;
