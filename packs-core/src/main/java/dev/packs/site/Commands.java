package dev.packs.site;

import dev.packs.pack.PackId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody types, or writes into a pom, to use a pack. */
final class Commands {

    private static final String EMBEDDED = "embedded";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,=/:+-]{1,100}");

    private Commands() {}

    static List<String> of(SitePack pack) {
        PackId id = pack.pack().id();
        String name =
                pack.source().equals(EMBEDDED) ? id.name().id() : id.name().toString();
        List<String> words = new ArrayList<>(List.of("mvn", "packs:generate", "-Dpack=" + name, "-Dname=my-project"));
        for (SiteVariable variable : pack.variables()) {
            if (isAsked(variable, pack.facts().archetype().isPresent())) {
                words.add(argument(variable));
            }
        }
        return List.of(
                "mvn packs:show -Dpack=" + name,
                String.join(" ", words.stream().distinct().toList()));
    }

    /** Whether nobody can do without it; a secret is typed where others cannot read it. */
    private static boolean isAsked(SiteVariable variable, boolean isArchetype) {
        boolean isName = variable.name().equals("project_name")
                || (isArchetype && variable.name().equals("artifactId"));
        return variable.required()
                && variable.value().isEmpty()
                && variable.when().isEmpty()
                && !variable.secret()
                && !isName;
    }

    /** A value that somebody copies into a shell must be one that the shell leaves alone, so others are left to the reader. */
    private static String argument(SiteVariable variable) {
        if (!variable.parts().isEmpty()) {
            return "-Dpacks.answers=answers.toml";
        }
        String value = variable.example()
                .or(() -> variable.options().stream().findFirst())
                .filter(text -> PLAIN.matcher(text).matches())
                .orElse("…");
        return "-Dvar." + variable.name() + "=" + value;
    }

    static String pom(SitePack pack) {
        PackId id = pack.pack().id();
        return """
                <packs>
                  <pack>
                    <groupId>%s</groupId>
                    <artifactId>%s</artifactId>
                    <version>%s</version>
                  </pack>
                </packs>""".formatted(id.name().group(), id.name().id(), id.version());
    }
}
