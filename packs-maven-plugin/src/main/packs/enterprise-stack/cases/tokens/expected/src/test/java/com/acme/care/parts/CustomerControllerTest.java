package com.acme.care.parts;

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
class CustomerControllerTest {

    @Autowired
    private MockMvcTester http;

    @Test
    void a_customer_is_added_once_and_found() {
        assertThat(post("{\"email\": \"Ada@example.com\", \"name\": \"Ada\"}")).hasStatus(HttpStatus.CREATED)
                .bodyJson().extractingPath("$.email").isEqualTo("ada@example.com");
        assertThat(post("{\"email\": \"ada@example.com\", \"name\": \"Ada\"}")).hasStatus(HttpStatus.CONFLICT);
        assertThat(http.get().uri("/api/customers/ada@example.com")).hasStatusOk();
    }

    @Test
    void what_is_no_customer_is_refused() {
        assertThat(post("{\"email\": \"ada\", \"name\": \"\"}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(http.get().uri("/api/customers/nobody@example.com")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void turnover_is_reported() {
        post("{\"email\": \"ada@example.com\", \"name\": \"Ada\"}");

        assertThat(http.get().uri("/api/customers/turnover")).hasStatusOk().bodyJson()
                .extractingPath("$['ada@example.com']").isEqualTo(0);
    }

    private MvcTestResult post(String customer) {
        return http.post().uri("/api/customers").contentType(MediaType.APPLICATION_JSON).content(customer).exchange();
    }
}
