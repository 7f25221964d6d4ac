/** The calculating commands: JSON Lines in, JSON Lines out. */
@NullMarked
package io.github.evenlot.app.cli;

import org.jspecify.annotations.NullMarked;
