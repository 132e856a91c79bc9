package com.example.machinecare.task;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/** A piece of work, as it is stored and as clients see it. */
public record Task(@Id Long id, String title, String description, boolean done, Instant createdAt, Instant updatedAt) {

    static Task create(TaskRequest request, Instant now) {
        return new Task(null, request.title(), request.description(), request.done(), now, now);
    }

    Task update(TaskRequest request, Instant now) {
        return new Task(id, request.title(), request.description(), request.done(), createdAt, now);
    }
}
