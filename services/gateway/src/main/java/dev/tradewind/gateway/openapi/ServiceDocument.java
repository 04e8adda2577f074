package dev.tradewind.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.gateway.route.Service;

/**
 * The OpenAPI document of one service.
 *
 * @param service whose it is
 * @param document its content
 */
record ServiceDocument(Service service, ObjectNode document) {}
