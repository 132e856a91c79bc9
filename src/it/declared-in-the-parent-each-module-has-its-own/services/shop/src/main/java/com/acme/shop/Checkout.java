package com.acme.shop;

import com.acme.events.OrderPlaced;
import com.acme.shop.model.Customer;
import com.acme.shop.model.Order;
import com.acme.shop.model.Status;
import java.time.Instant;

public final class Checkout {

    public Order order(String email) {
        return Order.builder().customer(new Customer(email)).status(Status.OPEN).build();
    }

    public OrderPlaced placed() {
        return new OrderPlaced(Instant.EPOCH);
    }
}
