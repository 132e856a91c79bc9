package com.example.machinecare.db;

/** Somebody else has changed or deleted what was to be changed: read it again. */
public class ChangedMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChangedMeanwhileException(Customer customer) {
        super("customer " + customer.id() + " has changed since version " + customer.version());
    }
}
