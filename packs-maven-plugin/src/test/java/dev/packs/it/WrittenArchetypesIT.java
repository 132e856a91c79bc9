package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
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

    private static Stream<DynamicTest> each(Consumer<Generated> test) {
        return STOCK.stream()
                .map(generated -> DynamicTest.dynamicTest(
                        generated.expectation().generation().name(), () -> test.accept(generated)));
    }
}
