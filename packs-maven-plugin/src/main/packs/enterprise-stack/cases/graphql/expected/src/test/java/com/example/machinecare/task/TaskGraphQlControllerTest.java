package com.example.machinecare.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;
import com.example.machinecare.ServiceTest;

@ServiceTest
@AutoConfigureGraphQlTester
class TaskGraphQlControllerTest {

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void a_created_task_is_found() {
        String id = create("Write the report");

        graphQl.document("query($id: ID!) { task(id: $id) { title done createdAt } }").variable("id", id).execute()
                .path("task.title").entity(String.class).isEqualTo("Write the report")
                .path("task.done").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void a_task_can_be_changed_and_deleted() {
        String id = create("Write the report");

        graphQl.document("mutation($id: ID!) { updateTask(id: $id, input: {title: \"Sent\", done: true}) { done } }")
                .variable("id", id).execute().path("updateTask.done").entity(Boolean.class).isEqualTo(true);
        graphQl.document("mutation($id: ID!) { deleteTask(id: $id) }").variable("id", id).execute()
                .path("deleteTask").entity(Boolean.class).isEqualTo(true);
    }

    @Test
    void tasks_come_in_pages() {
        create("First");
        create("Second");

        graphQl.document("{ tasks(done: false, page: 1, size: 1) { totalElements content { title } } }").execute()
                .path("tasks.totalElements").entity(Integer.class).isEqualTo(2)
                .path("tasks.content[*].title").entityList(String.class).containsExactly("Second");
    }

    @Test
    void an_unknown_task_is_not_found() {
        graphQl.document("{ task(id: 0) { title } }").execute().errors()
                .satisfy(errors -> assertThat(errors).singleElement()
                        .satisfies(error -> assertThat(error.getErrorType()).isEqualTo(ErrorType.NOT_FOUND)));
    }

    @Test
    void an_invalid_task_is_refused() {
        graphQl.document("mutation { createTask(input: {title: \" \"}) { id } }").execute().errors()
                .satisfy(errors -> assertThat(errors).singleElement()
                        .satisfies(error -> assertThat(error.getErrorType()).isEqualTo(ErrorType.BAD_REQUEST)));
    }

    private String create(String title) {
        return graphQl.document("mutation($title: String!) { createTask(input: {title: $title}) { id } }")
                .variable("title", title).execute().path("createTask.id").entity(String.class).get();
    }
}
