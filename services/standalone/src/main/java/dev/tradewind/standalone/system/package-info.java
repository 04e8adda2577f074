/** The running system: broker, database and the packaged services as processes. */
@NullMarked
package dev.tradewind.standalone.system;

import org.jspecify.annotations.NullMarked;
