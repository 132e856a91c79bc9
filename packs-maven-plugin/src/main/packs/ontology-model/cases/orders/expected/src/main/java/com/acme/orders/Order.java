package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.net.URI;
import java.util.List;

/**
 * What somebody wants to have
 *
 * @param id the IRI of what this is said of; may be null
 * @param customer Who ordered (may be null)
 * @param flag flag
 * @param issued When it was written (may be null)
 * @param line What is ordered
 * @param number Its number (may be null)
 * @param status How far it is (may be null)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonTypeName("Order")
public record Order(
        URI id,
        Party customer,
        List<Status> flag,
        java.time.OffsetDateTime issued,
        List<Line> line,
        Long number,
        Status status
) implements Document {

    public Order {
        flag = flag == null ? List.of() : List.copyOf(flag);
        line = line == null ? List.of() : List.copyOf(line);
    }
}
