/** The command line: composition only. */
@NullMarked
package io.github.evenlot.app;

import org.jspecify.annotations.NullMarked;
