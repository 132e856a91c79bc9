package com.acme.care.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import com.acme.care.ServiceTest;

class SecurityTest {

    @Nested
    @ServiceTest
    class InDevelopment {

        @Autowired
        private MockMvcTester http;

        @Test
        void without_a_token_nothing_is_told() {
            assertThat(http.get().uri("/api/tasks")).hasStatus(HttpStatus.UNAUTHORIZED);
        }

        @Test
        void a_forged_token_is_refused() {
            assertThat(http.get().uri("/api/tasks").header(HttpHeaders.AUTHORIZATION, "Bearer forged"))
                    .hasStatus(HttpStatus.UNAUTHORIZED);
        }

        @Test
        void a_development_token_opens_the_api() throws UnsupportedEncodingException {
            String response = http.post().uri("/dev/token").exchange().getResponse().getContentAsString();
            String token = JsonPath.read(response, "$.access_token");

            assertThat(http.get().uri("/api/tasks").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)).hasStatusOk();
        }

        @Test
        void metrics_need_a_token_too() {
            assertThat(http.get().uri("/actuator/prometheus")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
    }

    @Nested
    @SpringBootTest(properties = "JWT_ISSUER_URI=https://issuer.invalid")
    @AutoConfigureMockMvc
    class OutsideDevelopment {

        @Test
        void nobody_hands_out_tokens(@Autowired MockMvcTester http) {
            assertThat(http.post().uri("/dev/token")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
    }
}
