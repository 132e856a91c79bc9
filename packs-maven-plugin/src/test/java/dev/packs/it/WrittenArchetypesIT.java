package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.archetype.ArchetypeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Generates from the archetypes of {@code src/test/archetypes} with the original and with Packs, and compares to the last bit. */
class WrittenArchetypesIT {

    @TempDir
    private static Path folder;

    private static final List<Generated> STOCK = new ArrayList<>();

    /** What the original did with a case. */
    private record Generated(WrittenArchetype.Expectation expectation, Path base, boolean succeeded) {}

    @BeforeAll
    static void the_original_generates_all() {
        Map<ArchetypeCase, WrittenArchetype.Expectation> expectations = new LinkedHashMap<>();
        Map<ArchetypeCase, Set<String>> keys = new LinkedHashMap<>();
        for (WrittenArchetype archetype : WrittenArchetype.all()) {
            archetype.install(Harness.ofBuild().localRepository());
            for (WrittenArchetype.Expectation expectation : archetype.cases()) {
                expectations.put(expectation.generation(), expectation);
                keys.put(expectation.generation(), archetype.keys());
            }
        }
        Path stock = folder.resolve("stock");
        int drives = 0;
        for (List<ArchetypeCase> group :
                StockArchetypePlugin.groups(expectations.keySet(), one -> keys.getOrDefault(one, Set.of()))) {
            Map<ArchetypeCase, Path> bases = new LinkedHashMap<>();
            group.forEach(one -> bases.put(one, one.prepare(stock.resolve(one.name()))));
            StockArchetypePlugin.generateAll(bases, folder.resolve("drive-" + drives++))
                    .forEach((one, succeeded) -> {
                        WrittenArchetype.Expectation expectation = expectations.get(one);
                        if (expectation != null) {
                            STOCK.add(new Generated(expectation, stock.resolve(one.name()), succeeded));
                        }
                    });
        }
    }

    @TestFactory
    Stream<DynamicTest> the_original_does_what_the_case_says() {
        return each(generated -> assertThat(generated.succeeded())
                .as(generated.expectation().claims())
                .isEqualTo(!generated.expectation().fails()));
    }

    @TestFactory
    Stream<DynamicTest> the_engine_does_the_same() {
        ArchetypeEngine engine = new PackedArchetypes(folder.resolve("home")).engine();
        return each(generated -> {
            ArchetypeCase one = generated.expectation().generation();
            Path base = one.prepare(folder.resolve("engine").resolve(one.name()));
            Path jar = one.jar(Harness.ofBuild().localRepository());
            Optional<String> problems = generate(engine, jar, one.given(), base);
            Optional<String> refusal = generated.expectation().refusal();
            if (refusal.isPresent()) {
                assertThat(problems)
                        .as(generated.expectation().because())
                        .hasValueSatisfying(text -> assertThat(text).contains(refusal.get()));
            } else if (generated.expectation().fails()) {
                assertThat(problems).as(generated.expectation().claims()).isPresent();
            } else {
                assertThat(problems).as(generated.expectation().claims()).isEmpty();
                assertThat(ExactTree.of(generated.base())
                                .differences(ExactTree.of(base), "by the original", "by Packs"))
                        .isEmpty();
            }
        });
    }

    @Test
    void the_goal_runs_a_script_only_by_its_digest() throws NoSuchAlgorithmException, IOException {
        Generated generated = generated("script.plain");
        ArchetypeCase one = generated.expectation().generation();
        Path base = one.prepare(folder.resolve("goal").resolve(one.name()));
        byte[] script =
                Files.readAllBytes(WrittenArchetype.HOME.resolve("script/jar/META-INF/archetype-post-generate.groovy"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(script));

        PacksGoal.generate(one, base).fails().shows("PACKS-607", digest);
        assertThat(ExactTree.of(base).entries()).isEmpty();

        PacksGoal.generate(one, base, "-Dpacks.allowScript=" + digest).succeeds();
        assertThat(ExactTree.of(generated.base()).differences(ExactTree.of(base), "by the original", "by Packs"))
                .isEmpty();
    }

    @Test
    void the_goal_checks_patterns_and_the_original_does_not() {
        Generated generated = generated("validation.not-matching");
        ArchetypeCase one = generated.expectation().generation();
        Path base = one.prepare(folder.resolve("goal").resolve(one.name()));

        assertThat(generated.succeeded()).isTrue();
        PacksGoal.generate(one, base)
                .fails()
                .shows(generated.expectation().goalRefusal().orElseThrow());
        assertThat(ExactTree.of(base).entries()).isEmpty();
    }

    @Test
    void the_goal_takes_hostile_values() {
        Generated generated = generated("values.hostile");
        ArchetypeCase one = generated.expectation().generation();
        Path base = one.prepare(folder.resolve("goal").resolve(one.name()));

        PacksGoal.generate(one, base).succeeds();
        assertThat(ExactTree.of(generated.base()).differences(ExactTree.of(base), "by the original", "by Packs"))
                .isEmpty();
    }

    private static Generated generated(String name) {
        return STOCK.stream()
                .filter(generated -> generated.expectation().generation().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What stops the generation, if anything does. */
    private static Optional<String> generate(ArchetypeEngine engine, Path jar, Map<String, String> given, Path base) {
        try {
            engine.generate(ArchetypeRun.of(jar, engine.resolve(engine.read(jar), given), base));
            return Optional.empty();
        } catch (PacksException e) {
            return Optional.of(e.problems().toString());
        }
    }

    private static Stream<DynamicTest> each(Consumer<Generated> test) {
        return STOCK.stream()
                .map(generated -> DynamicTest.dynamicTest(
                        generated.expectation().generation().name(), () -> test.accept(generated)));
    }
}
