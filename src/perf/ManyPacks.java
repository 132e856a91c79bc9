import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a market of packs, a folder with a manifest for each, for measure.sh to make a catalogue of: a few foundations that many need, libraries above them, and a broad top; packages
 * and tags with a few favourites and a long tail; variables and templates as the embedded packs have them. The same number gives the same bytes.
 *
 * <p>usage: java ManyPacks.java FOLDER NUMBER
 */
public final class ManyPacks {

    private static final String[] CATEGORIES = {
        "web", "cli", "ml", "data", "devops", "mobile", "desktop", "game", "embedded", "library"
    };
    private static final String[] WORDS = {
        "stream", "ledger", "harbour", "anchor", "beacon", "canvas", "delta", "ember", "falcon", "granite", "hollow", "island", "jigsaw", "kernel",
        "lantern", "meadow", "needle", "orchard", "pillar", "quarry", "ribbon", "summit", "timber", "vessel", "willow", "zephyr"
    };
    private static final String[] LICENSES = {"Apache-2.0", "Apache-2.0", "MIT", "MIT", "BSD-3-Clause", "EPL-2.0", "MIT OR Apache-2.0"};

    private final Random random = new Random(20261123);

    public static void main(String... arguments) throws IOException {
        new ManyPacks().write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void write(Path folder, int packs) throws IOException {
        for (int i = 0; i < packs; i++) {
            Path pack = Files.createDirectories(folder.resolve(String.format("%03d", i / 100)).resolve(id(i)));
            Files.write(pack.resolve("pack.toml"), manifest(i, packs).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The pack of a number; the first twentieth are foundations. */
    private static String id(int i) {
        return WORDS[i % WORDS.length] + "-" + WORDS[i / WORDS.length % WORDS.length] + "-" + i;
    }

    private static String group(int i) {
        return "com.example." + WORDS[i * 7 % WORDS.length] + i % 40;
    }

    /** Small numbers often, big ones now and then. */
    private int favourite(int below) {
        double even = random.nextDouble();
        return (int) (below * even * even * even);
    }

    /** Most ask for the current major version, some for an old one. */
    private String constraint() {
        int old = random.nextInt(200);
        int minor = random.nextInt(10);
        return switch (random.nextInt(6)) {
            case 0 -> "~" + (old == 0 ? 1 : 2) + "." + (old == 0 ? minor : 4 + minor % 2);
            case 1 -> ">=2." + minor % 4 + " <3.0";
            case 2 -> old == 0 ? "1.x" : "2.x";
            default -> (old == 0 ? "^1." : "^2.") + minor % 4;
        };
    }

    private String manifest(int i, int packs) {
        String id = id(i);
        StringBuilder toml = new StringBuilder(4096);
        line(toml, "[pack]");
        line(toml, "group = \"" + group(i) + "\"");
        line(toml, "id = \"" + id + "\"");
        line(toml, "version = \"" + (1 + random.nextInt(3)) + "." + random.nextInt(10) + "." + random.nextInt(5) + "\"");
        line(toml, "name = \"" + id.replace('-', ' ') + "\"");
        line(toml, "description = \"Starts a project around " + id + ", with tests, a build and what it needs to run.\"");
        line(toml, "category = \"" + CATEGORIES[favourite(CATEGORIES.length)] + "\"");
        line(toml, "license = \"" + LICENSES[random.nextInt(LICENSES.length)] + "\"");
        line(toml, "author = { name = \"The people of " + id + "\", email = \"" + id + "@example.com\" }");
        line(toml, "repository = \"https://example.com/" + id + "\"");
        line(toml, "tags = [" + quoted(words(2 + random.nextInt(4), "tag-", 400)) + "]");
        line(toml, "keywords = [" + quoted(words(random.nextInt(3), "word-", 2000)) + "]");
        line(toml, "production_ready = " + (random.nextInt(4) > 0));
        line(toml, "requires = { packs = \">=0.1\", java = \">=" + (random.nextInt(3) == 0 ? 21 : 17) + "\" }");
        packages(toml);
        dependencies(toml, i, packs);
        variables(toml);
        templates(toml);
        if (random.nextInt(4) == 0) {
            line(toml, "\n[sparql_queries]\nfind_related = \"queries/find-related.rq\"");
        }
        line(toml, "\n[metadata]\ntest_coverage = " + (50 + random.nextInt(50)) + ".5");
        line(toml, "health_score = " + (20 + random.nextInt(80)));
        return toml.toString();
    }

    private void packages(StringBuilder toml) {
        for (String each : words(random.nextInt(4), "part-", 3000)) {
            line(toml, "\n[[packages]]\nname = \"org.example:" + each + "\"\nversion = \"" + constraint() + "\"");
            line(toml, "install_path = \"src/main/resources/static/" + each + "\"");
        }
    }

    private void dependencies(StringBuilder toml, int i, int packs) {
        int below = Math.min(i, packs / 4);
        Set<Integer> others = new TreeSet<>();
        for (int n = random.nextInt(4); n > 0 && below > 0; n--) {
            others.add(favourite(below));
        }
        for (int other : others) {
            line(toml, "\n[[dependencies]]\npack = \"" + group(other) + ":" + id(other) + "\"");
            line(toml, "version = \"" + constraint() + "\"");
            if (random.nextInt(3) == 0) {
                line(toml, "optional = true\nreason = \"what it is built on\"");
            }
        }
    }

    private void variables(StringBuilder toml) {
        line(toml, "\n[[variables]]\nname = \"project_name\"\ntype = \"string\"\nrequired = true\nmax = 60");
        line(toml, "pattern = \"[a-z][a-z0-9]*(-[a-z0-9]+)*\"\ndescription = \"The artifactId\"\nexample = \"my-tool\"\ngroup = \"project\"");
        for (int n = 2 + random.nextInt(5); n > 0; n--) {
            String name = WORDS[random.nextInt(WORDS.length)] + "_" + n;
            line(toml, "\n[[variables]]\nname = \"" + name + "\"\ndescription = \"What to do about " + name + "\"");
            switch (random.nextInt(3)) {
                case 0 -> line(toml, "type = \"boolean\"\ndefault = " + random.nextBoolean());
                case 1 -> line(toml, "type = \"integer\"\ndefault = " + random.nextInt(9000) + "\nmin = 0\nexample = 80");
                default -> line(toml, "type = \"string\"\noptions = [\"postgres\", \"mysql\", \"h2\"]\ndefault = \"h2\"");
            }
        }
    }

    private void templates(StringBuilder toml) {
        for (int n = 3 + random.nextInt(10); n > 0; n--) {
            String name = WORDS[random.nextInt(WORDS.length)] + "-" + n;
            line(toml, "\n[[templates]]\nname = \"" + name + "\"\nsource = \"templates/" + name + ".java\"");
            line(toml, "output = \"src/main/java/[(${#names.path(project_name)})]/" + name + ".java\"");
        }
    }

    private Set<String> words(int number, String prefix, int below) {
        Set<String> words = new TreeSet<>();
        for (int n = 0; n < number; n++) {
            words.add(prefix + favourite(below));
        }
        return words;
    }

    private static String quoted(Set<String> words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(word -> quoted.add('"' + word + '"'));
        return String.join(", ", quoted);
    }

    private static void line(StringBuilder toml, String text) {
        toml.append(text).append('\n');
    }
}
