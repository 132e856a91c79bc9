package dev.packs.rendering;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows {@code $name;} and, as an error, {@code #boom}. */
public final class FakeVelocity implements VelocityTemplates {

    private static final Pattern NAME = Pattern.compile("\\$([a-z_]+);");

    @Override
    public Renderer of(FileTree files, String pack, RenderLimits limits) {
        return new Texts(files, pack);
    }

    private record Texts(FileTree files, String pack) implements Renderer {

        @Override
        public RenderedText render(RelativePath source, Map<String, ? extends @Nullable Object> values) {
            check(source, values.keySet()).forEach(problem -> {
                throw problem.asException();
            });
            String text = new String(files.read(source).orElseThrow(), StandardCharsets.UTF_8);
            Set<String> reads = new TreeSet<>();
            for (Map.Entry<String, ? extends @Nullable Object> value : values.entrySet()) {
                if (text.contains("$" + value.getKey() + ";")) {
                    reads.add(value.getKey());
                    text = text.replace("$" + value.getKey() + ";", String.valueOf(value.getValue()));
                }
            }
            return new RenderedText(text, reads, new TreeSet<>(Set.of(source)));
        }

        @Override
        public List<Problem> check(RelativePath source, Collection<String> names) {
            List<Problem> problems = new ArrayList<>();
            String text = new String(files.read(source).orElseThrow(), StandardCharsets.UTF_8);
            Place place = new Place(pack + "!/" + source, 1, 1);
            if (text.contains("#boom")) {
                problems.add(Problem.at(ProblemCode.TEMPLATE_SYNTAX, place, "boom"));
            }
            Matcher name = NAME.matcher(text);
            while (name.find()) {
                if (!names.contains(name.group(1))) {
                    problems.add(Problem.at(ProblemCode.VARIABLE_UNDEFINED, place, name.group(1)));
                }
            }
            return problems;
        }
    }
}
