package com.example.machinecare.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Tasks over GraphQL; the schema is in {@code graphql/schema.graphqls}. */
@Controller
class TaskGraphQlController {

    private final TaskService tasks;

    TaskGraphQlController(TaskService tasks) {
        this.tasks = tasks;
    }

    @QueryMapping
    Task task(@Argument long id) {
        return tasks.get(id);
    }

    @QueryMapping
    Page<Task> tasks(@Argument Boolean done, @Argument @Min(0) int page, @Argument @Min(1) @Max(100) int size) {
        return tasks.list(done, PageRequest.of(page, size, Sort.by("id")));
    }

    @MutationMapping
    Task createTask(@Argument @Valid TaskRequest input) {
        return tasks.create(input);
    }

    @MutationMapping
    Task updateTask(@Argument long id, @Argument @Valid TaskRequest input) {
        return tasks.update(id, input);
    }

    @MutationMapping
    boolean deleteTask(@Argument long id) {
        tasks.delete(id);
        return true;
    }
}
