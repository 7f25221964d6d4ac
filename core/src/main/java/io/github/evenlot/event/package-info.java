/** What happened: exposures and metric events, refused at the door when they are malformed. */
@NullMarked
package io.github.evenlot.event;

import org.jspecify.annotations.NullMarked;
