/** Archives of experiments: from a file of arms to findings, tables, pages and pictures. */
@NullMarked
package io.github.evenlot.app.analyze;

import org.jspecify.annotations.NullMarked;
