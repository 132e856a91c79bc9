package com.acme.shop;

/** How far an order is. */
public enum Status {
    OPEN,
    PAID,
    SHIPPED
}
