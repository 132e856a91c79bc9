package com.example.machinecare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ServiceTest
class ApplicationTest {

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void the_service_is_healthy(String path) {
        assertThat(http.get().uri(path)).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("UP");
    }

    @Test
    void the_api_describes_itself() {
        assertThat(http.get().uri("/v3/api-docs")).hasStatusOk().bodyJson().extractingPath("$.paths")
                .asMap().containsKeys("/api/tasks", "/api/tasks/{id}");
    }

    @Test
    void the_start_page_has_its_style_sheet() {
        assertThat(http.get().uri("/index.html")).hasStatusOk().bodyText().contains("vendor/normalize.css");
        assertThat(http.get().uri("/vendor/normalize.css")).hasStatusOk();
    }
}
