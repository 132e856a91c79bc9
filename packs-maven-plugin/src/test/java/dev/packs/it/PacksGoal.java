package dev.packs.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code packs:generate} from an archetype, in a real Maven. */
final class PacksGoal {

    private PacksGoal() {}

    /** One project, the way people do it: Maven started in the folder where the project's folder comes. */
    static MavenResult generate(ArchetypeCase one, Path base, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(Harness.plugin() + ":generate", "-Dpack=archetype:" + one.coordinates()));
        arguments.addAll(one.arguments());
        arguments.addAll(List.of(more));
        return MavenRun.in(base).timeout(Duration.ofMinutes(5)).run(arguments.toArray(String[]::new));
    }
}
