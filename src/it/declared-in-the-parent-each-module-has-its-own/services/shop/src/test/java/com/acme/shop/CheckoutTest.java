package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.acme.shop.model.Customer;
import com.acme.shop.model.Order;
import com.acme.shop.model.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckoutTest {

    private final Checkout checkout = new Checkout();

    @Test
    void what_was_generated_works() {
        assertEquals(new Order(new Customer("a@b"), Status.OPEN, List.of()), checkout.order("a@b"));
        assertEquals(Instant.EPOCH, checkout.placed().at());
        assertThrows(NullPointerException.class, () -> new Customer(null));
    }
}
