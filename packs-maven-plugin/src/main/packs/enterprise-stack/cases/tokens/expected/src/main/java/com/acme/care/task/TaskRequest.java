package com.acme.care.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a client says about a task; it is open unless said otherwise. */
public record TaskRequest(@NotBlank @Size(max = 200) String title, @Size(max = 2000) String description, Boolean done) {

    public TaskRequest {
        done = Boolean.TRUE.equals(done);
    }
}
