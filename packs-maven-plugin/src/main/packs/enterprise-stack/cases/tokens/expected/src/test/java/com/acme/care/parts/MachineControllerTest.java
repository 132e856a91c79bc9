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
class MachineControllerTest {

    @Autowired
    private MockMvcTester http;

    @Test
    void the_model_is_asked() {
        assertThat(post("{\"temperature\": 94, \"vibration\": 7.8, \"load\": 98, \"age\": 1450}")).hasStatusOk()
                .bodyJson().extractingPath("$.state").isEqualTo("broken");
    }

    @Test
    void half_a_reading_is_refused() {
        assertThat(post("{\"temperature\": 94}")).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("`load` needs a number");
    }

    private MvcTestResult post(String reading) {
        return http.post().uri("/api/machines/prediction").contentType(MediaType.APPLICATION_JSON).content(reading).exchange();
    }
}
