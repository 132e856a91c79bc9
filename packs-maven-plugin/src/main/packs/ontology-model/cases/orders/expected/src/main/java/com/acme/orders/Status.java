package com.acme.orders;

import java.net.URI;

/** How far an order is */
public enum Status {
    /** closed */
    CLOSED("https://acme.example/orders#closed"),
    /** It is on its way */
    IN_DELIVERY("https://acme.example/orders#inDelivery"),
    /** Nothing was done */
    OPEN("https://acme.example/orders#open");

    private final URI id;

    Status(String id) {
        this.id = URI.create(id);
    }

    /** The IRI of this. */
    public URI id() {
        return id;
    }
}
