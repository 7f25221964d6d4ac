/** Small charts as SVG: lines and points with error bars, and forest plots. */
@NullMarked
package io.github.evenlot.app.svg;

import org.jspecify.annotations.NullMarked;
