package com.acme.care.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import com.acme.care.ServiceTest;

@ServiceTest
@WithMockUser
class TaskControllerTest {

    @Autowired
    private MockMvcTester http;

    @Test
    void a_created_task_is_found_at_its_location() {
        MvcTestResult created = post("{'title': 'Write the report'}");

        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(http.get().uri(location(created))).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.title", title -> assertThat(title).isEqualTo("Write the report"))
                .hasPathSatisfying("$.done", done -> assertThat(done).isEqualTo(false));
    }

    @Test
    void a_task_can_be_changed() {
        String location = location(post("{'title': 'Write the report'}"));

        assertThat(http.put().uri(location).contentType(MediaType.APPLICATION_JSON)
                .content(json("{'title': 'Write the report', 'done': true}"))).hasStatusOk();

        assertThat(http.get().uri(location)).bodyJson().extractingPath("$.done").isEqualTo(true);
    }

    @Test
    void a_deleted_task_is_gone() {
        String location = location(post("{'title': 'Write the report'}"));

        assertThat(http.delete().uri(location)).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(http.get().uri(location)).hasStatus(HttpStatus.NOT_FOUND)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void tasks_come_in_pages() {
        for (int i = 0; i < 3; i++) {
            post("{'title': 'Task', 'done': true}");
        }
        post("{'title': 'Open task'}");

        assertThat(http.get().uri("/api/tasks?done=true&size=2&page=1&sort=createdAt,desc")).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.content.length()", length -> assertThat(length).isEqualTo(1))
                .hasPathSatisfying("$.page.totalElements", total -> assertThat(total).isEqualTo(3));
    }

    @Test
    void an_invalid_task_is_refused_with_the_fields_that_are_wrong() {
        assertThat(post("{'title': ' '}")).hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON).bodyJson()
                .extractingPath("$.errors[0].field").isEqualTo("title");
    }

    @Test
    void sorting_by_an_unknown_property_is_the_clients_mistake() {
        assertThat(http.get().uri("/api/tasks?sort=colour")).hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
                .extractingPath("$.detail").asString().contains("`colour`");
    }

    private MvcTestResult post(String task) {
        return http.post().uri("/api/tasks").contentType(MediaType.APPLICATION_JSON).content(json(task)).exchange();
    }

    private static String location(MvcTestResult created) {
        return created.getResponse().getHeader("Location");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
