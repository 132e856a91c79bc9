package com.example.machinecare.task;

import java.time.Clock;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with tasks, whichever protocol asks. */
@Service
@Transactional
public class TaskService {

    private final TaskRepository tasks;
    private final Clock clock;

    TaskService(TaskRepository tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** A page of all tasks, or of those that are done or not done. */
    @Transactional(readOnly = true)
    public Page<Task> list(Boolean done, Pageable pageable) {
        return done == null ? tasks.findAll(pageable) : tasks.findByDone(done, pageable);
    }

    @Transactional(readOnly = true)
    public Task get(long id) {
        return tasks.findById(id).orElseThrow(() -> new TaskNotFoundException(id));
    }

    public Task create(TaskRequest request) {
        return tasks.save(Task.create(request, clock.instant()));
    }

    public Task update(long id, TaskRequest request) {
        return tasks.save(get(id).update(request, clock.instant()));
    }

    public void delete(long id) {
        tasks.delete(get(id));
    }
}
