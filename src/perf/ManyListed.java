import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a catalogue of packs that nobody wrote a manifest of, for measure.sh to search: names of two words, descriptions of a dozen, tags and keywords with a few favourites and a long tail; nothing that
 * a search does not read, so that 100,000 of them are within what a catalogue may hold unless a limit is raised. The same number gives the same bytes.
 *
 * <p>usage: java ManyListed.java FILE NUMBER
 */
public final class ManyListed {

    private static final String NS = "https://packs.dev/ns#";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String[] CATEGORIES = {"web", "cli", "ml", "data", "devops", "mobile", "desktop", "game", "embedded", "library"};
    private static final String[] SYLLABLES = {
        "ba", "con", "der", "fil", "gra", "hu", "ix", "jo", "kel", "lum", "mi", "nor", "pos", "qua", "res", "sto", "tra", "um", "ver", "web", "yar", "zen"
    };

    private final Random random = new Random(20261123);
    private final List<String> words = new ArrayList<>();
    private final Map<String, Map<String, Set<String>>> triples = new HashMap<>();

    public static void main(String... arguments) throws IOException {
        new ManyListed().write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void write(Path file, int packs) throws IOException {
        Set<String> all = new LinkedHashSet<>(List.of("rest", "graphql", "postgres", "spring", "starter", "service", "client", "template"));
        while (all.size() < 6000) {
            StringBuilder word = new StringBuilder();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            all.add(word.toString());
        }
        words.addAll(all);
        // Sorted as catalogues are: by group and id, of which each is here once.
        TreeMap<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < packs; i++) {
            pack(i, packs, sorted);
        }
        Set<String> used = new HashSet<>();
        triples.forEach((subject, said) -> {
            used.add(subject);
            said.forEach((predicate, objects) -> {
                used.add(predicate);
                used.addAll(objects);
            });
        });
        byte[][] spellings = new byte[used.size()][];
        int n = 0;
        for (String each : used) {
            spellings[n++] = each.getBytes(StandardCharsets.UTF_8);
        }
        Arrays.sort(spellings, Arrays::compareUnsigned);
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < spellings.length; i++) {
            numbers.put(new String(spellings[i], StandardCharsets.UTF_8), i);
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            line(out, "packs-catalog 1");
            line(out, "vocabulary 1.0.0");
            line(out, "packs " + packs);
            for (String entry : sorted.values()) {
                line(out, entry);
            }
            line(out, "terms " + spellings.length);
            for (byte[] each : spellings) {
                out.write(each);
                out.write('\n');
            }
            line(out, "triples " + triples.values().stream().flatMap(said -> said.values().stream()).mapToInt(Set::size).sum());
            TreeMap<Integer, Map<String, Set<String>>> subjects = new TreeMap<>();
            triples.forEach((subject, said) -> subjects.put(numbers.get(subject), said));
            for (Map.Entry<Integer, Map<String, Set<String>>> subject : subjects.entrySet()) {
                TreeMap<Integer, TreeSet<Integer>> said = new TreeMap<>();
                subject.getValue().forEach((predicate, objects) -> {
                    TreeSet<Integer> values = new TreeSet<>();
                    objects.forEach(object -> values.add(numbers.get(object)));
                    said.put(numbers.get(predicate), values);
                });
                StringBuilder text = new StringBuilder(subject.getKey().toString());
                said.forEach((predicate, objects) -> {
                    text.append(' ').append(predicate).append(' ');
                    text.append(String.join(",", objects.stream().map(String::valueOf).toList()));
                });
                line(out, text.toString());
            }
        }
    }

    private void pack(int i, int packs, Map<String, String> entries) {
        String id = id(i);
        String group = group(i);
        String version = "1." + random.nextInt(10) + "." + random.nextInt(5);
        String name = "<https://packs.dev/pack/" + group + "/" + id + ">";
        String iri = "<https://packs.dev/pack/" + group + "/" + id + "/" + version + ">";
        entries.put(group + "\0" + id, group + ":" + id + ":" + version + " sha256:" + String.format("%064x", i));
        add(name, type(), ns("Pack"));
        add(name, dct("identifier"), text(group + ":" + id));
        add(name, ns("group"), text(group));
        add(name, ns("id"), text(id));
        add(name, "<http://usefulinc.com/ns/doap#release>", iri);
        add(iri, type(), ns("PackVersion"));
        add(iri, dct("isVersionOf"), name);
        add(iri, dct("identifier"), text(group + ":" + id + ":" + version));
        add(iri, "<http://usefulinc.com/ns/doap#revision>", text(version));
        add(iri, dct("title"), text(words(3)));
        add(iri, dct("description"), text("Starts a " + words(10) + " and its tests."));
        add(iri, ns("category"), text(CATEGORIES[favourite(CATEGORIES.length)]));
        add(iri, ns("productionReady"), "\"" + (random.nextInt(4) > 0) + "\"^^<http://www.w3.org/2001/XMLSchema#boolean>");
        for (int n = 4; n > 0; n--) {
            add(iri, ns("tag"), text(words.get(favourite(400))));
        }
        for (int n = 3; n > 0; n--) {
            add(iri, "<https://schema.org/keywords>", text(words.get(favourite(2000))));
        }
    }

    private static String id(int i) {
        return SYLLABLES[i % 22] + SYLLABLES[i / 22 % 22] + "-" + SYLLABLES[i / 7 % 22] + "-" + i;
    }

    private static String group(int i) {
        return "com.example." + SYLLABLES[i * 7 % 22] + i % 400;
    }

    private int favourite(int below) {
        double even = random.nextDouble();
        return (int) (below * even * even * even);
    }

    private String words(int number) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < number; n++) {
            text.append(n == 0 ? "" : " ").append(words.get(favourite(words.size())));
        }
        return text.toString();
    }

    private void add(String subject, String predicate, String object) {
        triples.computeIfAbsent(subject, key -> new HashMap<>()).computeIfAbsent(predicate, key -> new HashSet<>()).add(object);
    }

    private static String type() {
        return "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    }

    private static String ns(String name) {
        return "<" + NS + name + ">";
    }

    private static String dct(String name) {
        return "<" + TERMS + name + ">";
    }

    private static String text(String text) {
        return "\"" + text + "\"";
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
