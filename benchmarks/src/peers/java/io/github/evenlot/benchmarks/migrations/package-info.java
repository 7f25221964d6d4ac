/** The experiments of the pages on migration, held against the SDKs that they come from. */
@NullMarked
package io.github.evenlot.benchmarks.migrations;

import org.jspecify.annotations.NullMarked;
