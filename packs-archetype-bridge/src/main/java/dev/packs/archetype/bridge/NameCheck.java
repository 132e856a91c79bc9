package dev.packs.archetype.bridge;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Holds a template, and the files that it renders in its place, against the names and the files that there are. */
final class NameCheck {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
            problem -> problem.place().orElseThrow(),
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column));

    private final FileTree files;
    private final UnaryOperator<String> places;
    private final Map<RelativePath, TemplateNames> templates = new LinkedHashMap<>();
    private final Deque<RelativePath> waiting = new ArrayDeque<>();
    private final Set<RelativePath> known = new HashSet<>();
    private final List<Problem> errors = new ArrayList<>();

    /** @param places how messages call a template */
    NameCheck(FileTree files, UnaryOperator<String> places) {
        this.files = files;
        this.places = places;
    }

    /** A file that is to be read, too. */
    void ask(RelativePath template) {
        if (known.add(template)) {
            waiting.add(template);
        }
    }

    /** What is to be read next. */
    Optional<RelativePath> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Takes what a template says, and asks for the files that it renders. */
    void add(RelativePath template, TemplateNames names) {
        templates.put(template, names);
        for (TemplateNames.Spot part : names.parts()) {
            file(template, part).ifPresent(this::ask);
        }
        for (TemplateNames.Spot text : names.texts()) {
            file(template, text);
        }
        for (TemplateNames.Spot member : names.members()) {
            if (ClosedUberspect.isForbidden(member.name())) {
                errors.add(Problem.at(
                                ProblemCode.TEMPLATE_FORBIDDEN,
                                place(template, member),
                                "the template reaches for `." + member.name() + "`")
                        .help("templates get no further than texts, numbers and collections"));
            }
        }
    }

    private Optional<RelativePath> file(RelativePath template, TemplateNames.Spot included) {
        String name = included.name().replaceFirst("^/+", "");
        if (RelativePath.fault(name).isEmpty()) {
            RelativePath path = RelativePath.parse(name);
            if (files.paths().contains(path)) {
                return Optional.of(path);
            }
        }
        List<String> there = files.paths().stream().map(RelativePath::text).toList();
        errors.add(Problem.at(
                        ProblemCode.TEMPLATE_MISSING, place(template, included), "the pack has no file `" + name + "`")
                .help(Nearest.question(name, there).orElse("paths are relative to the folder of `pack.toml`")));
        return Optional.empty();
    }

    private Place place(RelativePath template, TemplateNames.Spot spot) {
        return new Place(places.apply(template.text()), spot.line(), spot.column());
    }

    /**
     * What was found: what cannot be rendered, and as {@link ProblemCode#VARIABLE_UNDEFINED} each use of a name that neither the pack nor any of the templates defines. Where a template renders
     * what is put together only then, names may come from there, and none is reported.
     */
    List<Problem> problems(Collection<String> variables) {
        List<Problem> problems = new ArrayList<>(errors);
        if (templates.values().stream().anyMatch(TemplateNames::isOpen)) {
            return problems;
        }
        Set<String> defined = new TreeSet<>(variables);
        Set<String> anywhere = new HashSet<>();
        Set<String> macros = new TreeSet<>();
        for (TemplateNames names : templates.values()) {
            defined.addAll(names.set());
            anywhere.addAll(names.local());
            macros.addAll(names.macros());
        }
        boolean isPart = false;
        for (Map.Entry<RelativePath, TemplateNames> template : templates.entrySet()) {
            List<Problem> own = new ArrayList<>();
            for (TemplateNames.Use use : template.getValue().uses()) {
                String name = use.spot().name();
                // What is rendered in the place of another is so in a loop or a macro, perhaps.
                Set<String> around = isPart || use.isLate() ? anywhere : use.loops();
                if (!defined.contains(name) && !around.contains(name)) {
                    own.add(variable(name, place(template.getKey(), use.spot()), defined));
                }
            }
            for (TemplateNames.Spot call : template.getValue().calls()) {
                if (!macros.contains(call.name())) {
                    own.add(macro(call.name(), place(template.getKey(), call), macros));
                }
            }
            own.sort(BY_PLACE);
            problems.addAll(own);
            isPart = true;
        }
        return problems;
    }

    private static Problem variable(String name, Place place, Collection<String> defined) {
        return Problem.at(ProblemCode.VARIABLE_UNDEFINED, place, "the variable `" + name + "` is not defined here")
                .help(Nearest.question(name, defined)
                        .orElse("declare it in pack.toml under [[variables]], or write `\\$" + name
                                + "` for text that only looks like a reference"));
    }

    private static Problem macro(String name, Place place, Collection<String> macros) {
        return Problem.at(ProblemCode.VARIABLE_UNDEFINED, place, "the macro `#" + name + "` is not defined here")
                .help(Nearest.question(name, macros)
                        .orElse(
                                "define it with #macro in this template or in one that it renders with #parse; text is written `#[[#"
                                        + name + "(…)]]#`"));
    }
}
