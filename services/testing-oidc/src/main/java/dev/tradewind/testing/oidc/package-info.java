/** A standards-complete OpenID provider, as a process that tests start. */
@NullMarked
package dev.tradewind.testing.oidc;

import org.jspecify.annotations.NullMarked;
