package com.example.machinecare.task;

/** Somebody asked for a task that does not exist. */
public class TaskNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskNotFoundException(long id) {
        super("There is no task %d".formatted(id));
    }
}
