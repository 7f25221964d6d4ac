/** A broker, a database and a Flink cluster inside this process, on loopback. */
@NullMarked
package io.github.evenlot.app.embedded;

import org.jspecify.annotations.NullMarked;
