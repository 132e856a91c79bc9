package com.acme.care.task;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Set;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.PageableDefault;
import org.springframework.data.web.PagedModel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Tasks over REST. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
class TaskController {

    private static final Set<String> SORTABLE = Set.of("id", "title", "done", "createdAt", "updatedAt");

    private final TaskService tasks;

    TaskController(TaskService tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    PagedModel<Task> list(@RequestParam(required = false) Boolean done,
            @ParameterObject @PageableDefault(size = 20, sort = "id") Pageable pageable) {
        pageable.getSort().forEach(TaskController::requireSortable);
        return new PagedModel<>(tasks.list(done, pageable));
    }

    @GetMapping("/{id}")
    Task get(@PathVariable long id) {
        return tasks.get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Task> create(@Valid @RequestBody TaskRequest request, UriComponentsBuilder uri) {
        Task task = tasks.create(request);
        return ResponseEntity.created(uri.path("/api/tasks/{id}").build(task.id())).body(task);
    }

    @PutMapping("/{id}")
    Task update(@PathVariable long id, @Valid @RequestBody TaskRequest request) {
        return tasks.update(id, request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        tasks.delete(id);
    }

    private static void requireSortable(Sort.Order order) {
        if (!SORTABLE.contains(order.getProperty())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
                    "Tasks have no property `%s` to sort by".formatted(order.getProperty()));
        }
    }
}
