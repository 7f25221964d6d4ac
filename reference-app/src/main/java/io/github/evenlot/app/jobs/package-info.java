/** The streaming and the batch job, put together from the adapters. */
@NullMarked
package io.github.evenlot.app.jobs;

import org.jspecify.annotations.NullMarked;
