package dev.packs.description;

import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A manifest that says everything that can be said, and one that does not get along with it. */
final class FullPack {

    private static final String FULL = """
            [pack]
            group = "com.acme"
            id = "full"
            version = "1.2.0"
            name = "Full"
            description = "Says \\"everything\\""
            category = "web"
            license = "Apache-2.0"
            author = { name = "Ann", email = "ann@example.com", url = "https://example.com/ann" }
            repository = "https://example.com/full"
            tags = ["rest", "api"]
            keywords = ["http"]
            production_ready = true
            requires = { packs = ">=0.1", java = ">=17", maven = ">=3.8.1" }

            [[packages]]
            name = "org.example:css"
            version = "^1.0"
            type = "zip"
            classifier = "dist"
            install_path = "static/css"

            [[dependencies]]
            pack = "com.acme:base"
            version = "^1.0"
            reason = "has the settings"

            [[variables]]
            name = "port"
            type = "integer"
            description = "Where it listens"
            default = 8080
            min = 1
            max = 65535
            options = [8080, 9000]
            example = 9000
            group = "service"

            [[variables]]
            name = "prefix"
            type = "string"
            pattern = "[a-z]+"
            when = "${port > 1024}"

            [[variables]]
            name = "password"
            type = "string"
            default = "swordfish"
            secret = true

            [[variables]]
            name = "entities"
            type = "list"
            default = [{ name = "Order" }]
            items = { type = "object", fields = [{ name = "name", type = "string", required = true }] }

            [[templates]]
            name = "entity"
            source = "templates/Entity.java"
            output = "[(${entity.name})].java"
            for_each = "entity : entities"
            when = "${port > 0}"

            [sparql_queries]
            related = "queries/related.rq"

            [metadata]
            health_score = 87.5
            code_examples = 3
            """;

    private static final String OTHER = """
            [pack]
            group = "com.acme"
            id = "other"
            version = "0.1.0"
            name = "Other"
            description = "Gets along with nobody"
            license = "MIT OR Apache-2.0"
            requires = { java = "<17" }

            [[packages]]
            name = "org.example:css"
            version = "^2.0"

            [[dependencies]]
            pack = "com.acme:base"
            version = "^2.0"
            optional = true
            """;

    private FullPack() {}

    static List<PackManifest> manifests() {
        return List.of(manifest(FULL), manifest(OTHER));
    }

    private static PackManifest manifest(String text) {
        return ManifestReader.read(text.getBytes(StandardCharsets.UTF_8), "pack.toml", Optional.empty())
                .manifest();
    }
}
