/** Callers whom an OpenID provider vouches for: programs with tokens, people with a session. */
@NullMarked
package dev.tradewind.gateway.login;

import org.jspecify.annotations.NullMarked;
