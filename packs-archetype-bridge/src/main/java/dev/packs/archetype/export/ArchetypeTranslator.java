package dev.packs.archetype.export;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.Problems;
import dev.packs.draft.DraftFile;
import dev.packs.draft.DraftTranslator;
import dev.packs.draft.PackDraft;
import dev.packs.io.ArchiveWriter;
import dev.packs.rendering.TemplatePart;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pack as an archetype for {@code maven-archetype-plugin} 3.2.1 and later. The archetype's {@code pom.xml} is rendered first and shares its context with every other template, so it
 * begins with the prelude, which turns properties into values.
 */
public final class ArchetypeTranslator implements DraftTranslator {

    @Override
    public Translated translate(PackDraft draft) {
        Problems problems = new Problems();
        problems.addAll(draft.obstacles());
        ArchetypeFiles files = new OneDraft(draft, problems).files();
        problems.throwIfAny();
        List<Problem> notes = new ArrayList<>();
        return new Translated(
                files.coordinates().group(),
                files.coordinates().artifact(),
                files.coordinates().version(),
                ArchiveWriter.withoutTime().jar(files.tree()),
                files.mavenPom(),
                notes);
    }

    /** One translation. */
    private static final class OneDraft {

        private final PackDraft draft;
        private final Problems problems;
        private final Symbols symbols;
        private final Code prelude;
        private final Templates templates;
        private final Formulas formulas;
        private final Paths paths;
        private final ArchetypeFiles files;

        OneDraft(PackDraft draft, Problems problems) {
            this.draft = draft;
            this.problems = problems;
            Variables variables = Variables.of(draft.variables());
            Names names = new Names(variables.byName().keySet());
            this.symbols = new Symbols(names);
            this.formulas = new Formulas(variables, names, symbols, problems);
            this.prelude = Code.prelude(symbols);
            this.templates = new Templates(formulas, names, problems);
            this.paths = new Paths(formulas, names, symbols, prelude);
            this.files = new ArchetypeFiles(draft.pack());
        }

        ArchetypeFiles files() {
            List<Prelude.Property> properties =
                    new Prelude(formulas, symbols, problems).write(draft.variables(), prelude);
            Optional<DraftFile> pom = Optional.empty();
            Code executables = Code.template(symbols);
            for (DraftFile file : draft.files()) {
                if (file.path().equals(List.of(new TemplatePart.Text(Paths.POM)))) {
                    pom = Optional.of(file);
                    continue;
                }
                String path = paths.of(file);
                if (file.executable()) {
                    executable(file, executables);
                }
                if (file.content() instanceof DraftFile.Content.Bytes bytes) {
                    files.verbatim(path, bytes.bytes());
                } else if (file.content() instanceof DraftFile.Content.Open open) {
                    files.filtered(path, written(open.parts(), file.place()).finish());
                }
            }
            Code body = pom.isPresent() ? pom(pom.get()) : Code.template(symbols);
            if (pom.isEmpty()) {
                body.text(PostGenerate.NO_POM);
            }
            boolean isSometimesMissing = pom.isEmpty() || pom.get().when().isPresent();
            if (!executables.isEmpty()) {
                files.filtered(PostGenerate.EXECUTABLES, executables.finish());
            }
            if (isSometimesMissing || !executables.isEmpty()) {
                files.script(PostGenerate.script(isSometimesMissing, !executables.isEmpty()));
            }
            files.pom(symbols.prelude() + prelude.finish() + body.finish());
            files.describe(properties);
            return files;
        }

        private Code written(List<TemplatePart> parts, Place place) {
            Code code = Code.template(symbols);
            templates.write(parts, place, code);
            return code;
        }

        private Code pom(DraftFile file) {
            List<TemplatePart> parts = parts(file);
            if (file.when().isEmpty()) {
                return written(parts, file.place());
            }
            Code code = Code.template(symbols);
            code.begin(formulas.condition(file.when().get(), code));
            templates.write(parts, file.place(), code);
            code.otherwise();
            code.text(PostGenerate.NO_POM);
            code.end();
            return code;
        }

        private List<TemplatePart> parts(DraftFile file) {
            if (file.content() instanceof DraftFile.Content.Open open) {
                return open.parts();
            }
            byte[] bytes = ((DraftFile.Content.Bytes) file.content()).bytes();
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.isEmpty() ? List.of() : List.of(new TemplatePart.Text(text));
            } catch (CharacterCodingException e) {
                problems.add(Untranslatable.at(
                        file.place(),
                        "the pom.xml is not UTF-8, and archetypes render it as that",
                        "save it as UTF-8"));
                return List.of();
            }
        }

        /** A line with its path, for the script. */
        private void executable(DraftFile file, Code lines) {
            if (file.when().isPresent()) {
                lines.begin(formulas.condition(file.when().get(), lines));
            }
            templates.write(file.path(), file.place(), lines);
            lines.text("\n");
            if (file.when().isPresent()) {
                lines.end();
            }
        }
    }
}
