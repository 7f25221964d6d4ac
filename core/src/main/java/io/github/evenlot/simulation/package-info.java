/** How often a test method errs, under any schedule of looks and for any data: by simulation. */
@NullMarked
package io.github.evenlot.simulation;

import org.jspecify.annotations.NullMarked;
