package com.acme.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a customer wants to have.
 *
 * @param number number
 * @param customer customer
 * @param status status
 * @param total total
 * @param items items
 * @param paid paid; may be null
 * @param gift gift
 */
public record Order(
        Long number,
        Customer customer,
        Status status,
        BigDecimal total,
        List<Integer> items,
        Instant paid,
        Boolean gift) {

    public Order {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(total, "total");
        items = List.copyOf(Objects.requireNonNull(items, "items"));
        Objects.requireNonNull(gift, "gift");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with these values. */
    public Builder toBuilder() {
        return new Builder()
                .number(number)
                .customer(customer)
                .status(status)
                .total(total)
                .items(items)
                .paid(paid)
                .gift(gift);
    }

    /** Collects the parts of a {@link Order}; what is required is checked at the end. */
    public static final class Builder {

        private Long number;
        private Customer customer;
        private Status status;
        private BigDecimal total;
        private List<Integer> items;
        private Instant paid;
        private Boolean gift;

        private Builder() {}

        public Builder number(Long number) {
            this.number = number;
            return this;
        }

        public Builder customer(Customer customer) {
            this.customer = customer;
            return this;
        }

        public Builder status(Status status) {
            this.status = status;
            return this;
        }

        public Builder total(BigDecimal total) {
            this.total = total;
            return this;
        }

        public Builder items(List<Integer> items) {
            this.items = items;
            return this;
        }

        public Builder paid(Instant paid) {
            this.paid = paid;
            return this;
        }

        public Builder gift(Boolean gift) {
            this.gift = gift;
            return this;
        }

        /** @throws NullPointerException if something required is missing */
        public Order build() {
            return new Order(number, customer, status, total, items, paid, gift);
        }
    }
}
