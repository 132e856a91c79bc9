package com.example.machinecare.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond the endpoints themselves. */
@Configuration
@OpenAPIDefinition(info = @Info(title = "machine-care", description = "A service with everything around it", version = "${spring.application.version}"))
class OpenApiConfiguration {
}
