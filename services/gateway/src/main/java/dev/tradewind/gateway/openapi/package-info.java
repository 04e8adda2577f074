/** One OpenAPI document for all services: merged at build, served with a page to read it. */
@NullMarked
package dev.tradewind.gateway.openapi;

import org.jspecify.annotations.NullMarked;
