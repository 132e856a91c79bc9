package [(${package})].web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
[# th:if="${enable_auth}"]
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
[/]
import io.swagger.v3.oas.annotations.info.Info;
[# th:if="${enable_auth}"]
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
[/]
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond the endpoints themselves. */
@Configuration
[# th:if="${enable_auth}"]
@OpenAPIDefinition(info = @Info(title = "[(${project_name})]", description = "[(${description})]", version = "${spring.application.version}"), security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
[/]
[# th:unless="${enable_auth}"]
@OpenAPIDefinition(info = @Info(title = "[(${project_name})]", description = "[(${description})]", version = "${spring.application.version}"))
[/]
class OpenApiConfiguration {
}
