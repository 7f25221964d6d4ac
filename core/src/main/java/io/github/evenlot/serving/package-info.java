/**
 * What a service keeps around an assigner: the last good experiments, which exposures it has
 * reported, whom it has recognised.
 */
@NullMarked
package io.github.evenlot.serving;

import org.jspecify.annotations.NullMarked;
