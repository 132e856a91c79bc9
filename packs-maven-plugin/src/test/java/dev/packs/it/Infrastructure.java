package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What {@code devops-basics} and {@code production-deployment} have to have written for an application. That every file is one that its tool reads is held elsewhere; here it is about the
 * application.
 *
 * @param name of the application, which keeps its data in a file and publishes its image where the packs say by default
 */
record Infrastructure(Path root, String name, int port) {

    /** Pipelines that build, check and publish it, its image, and who proposes newer dependencies. */
    Infrastructure hasPipelines() {
        Tree project = Tree.of(root);
        assertThat(project.text(".github/workflows/build.yml"))
                .contains(
                        "\non:\n  push:\n",
                        "java-version: \"17\"",
                        "- run: mvn -B -ntp verify\n",
                        "tags: \"" + name + ":check\"",
                        "ghcr.io/example/" + name + ":${{ github.sha }}");
        assertThat(project.text("container/Dockerfile"))
                .contains(
                        "FROM maven:3.9-eclipse-temurin-17 AS build\n",
                        "cp \"target/" + name + ".jar\" /app.jar",
                        "\nUSER 10001\n",
                        "\nENV PORT=" + port + "\n",
                        "\nEXPOSE " + port + "\n");
        assertThat(project.text("container/compose.yaml"))
                .contains(
                        "\nname: " + name + "\n",
                        "dockerfile: container/Dockerfile\n",
                        "\"127.0.0.1:" + port + ":" + port + "\"");
        assertThat(project.text(".github/dependabot.yml"))
                .contains(
                        "package-ecosystem: maven\n    directory: /\n",
                        "package-ecosystem: github-actions\n",
                        "package-ecosystem: docker\n    directory: /container\n");
        return this;
    }

    /** Manifests, what an administrator prepares, and the workflow that deploys it, asks it, and goes back. */
    Infrastructure hasDeployment() {
        Tree project = Tree.of(root);
        String kubernetes = "deploy/kubernetes/";
        assertThat(project.text(kubernetes + "base/deployment.yaml"))
                .contains(
                        "\nkind: Deployment\nmetadata:\n  name: " + name + "\n",
                        "image: ghcr.io/example/" + name + ":latest\n",
                        "containerPort: " + port + "\n",
                        "prometheus.io/port: \"" + port + "\"\n",
                        "path: /actuator/health/liveness\n",
                        "path: /actuator/health/readiness\n",
                        "runAsNonRoot: true\n");
        assertThat(project.text(kubernetes + "base/service.yaml")).contains("kind: Service\n", "targetPort: http\n");
        assertThat(project.text(kubernetes + "base/ingress.yaml")).contains("kind: Ingress\n");
        for (String environment : new String[] {"staging", "production"}) {
            assertThat(project.text(kubernetes + "overlays/" + environment + "/kustomization.yaml"))
                    .contains("namespace: " + name + "-" + environment + "\n", "  - ../../base\n");
        }
        assertThat(project.text("deploy/terraform/main.tf"))
                .contains(
                        "\nprovider \"kubernetes\" {\n",
                        "name      = \"" + name + "\"\n",
                        "\nresource \"kubernetes_namespace_v1\" \"app\" {\n",
                        "\nresource \"kubernetes_role_v1\" \"deployer\" {\n");
        assertThat(project.text("deploy/terraform/variables.tf"))
                .contains("contains([\"staging\", \"production\"], var.environment)");
        assertThat(project.text("deploy/terraform/versions.tf")).contains("source  = \"hashicorp/kubernetes\"");
        assertThat(project.text(".github/workflows/deploy.yml"))
                .contains(
                        "options: [staging, production]\n",
                        "NAMESPACE: " + name + "-${{ inputs.environment }}\n",
                        "'https://" + name + ".example.com'",
                        "run: deploy/health-check.sh \"$URL\"\n",
                        "rollout undo deployment/" + name + "\n");
        assertThat(project.text("monitoring/prometheus/prometheus.yml")).contains(":" + port);
        return this;
    }

    /** Lets {@code deploy/health-check.sh} ask, as the workflow does. */
    MavenResult asksHealth(String url, Duration patience) throws IOException, InterruptedException {
        Path script = root.resolve("deploy/health-check.sh");
        assertThat(script).isExecutable();
        Process process = new ProcessBuilder(script.toString(), url, String.valueOf(patience.toSeconds()))
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
            return new MavenResult(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
