package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValue;
import dev.packs.variables.GivenValues;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was answered to an archetype, the strongest first: {@code -Dvar.NAME=…}; {@code -DPROPERTY=…}, as {@code archetype:generate} takes it; for the artifactId
 * {@code -Dname}; answers files; for the artifactId the name of the folder of {@code packs.output}. Nothing is detected: a default of the archetype counts.
 */
final class ArchetypeAnswers {

    private static final String ARTIFACT_ID = "artifactId";

    /** What means something else to every goal. */
    private static final String PACK = "pack";

    private final GenerateProject.Request request;
    private final PackManifest manifest;
    private final PackArchetype archetype;
    private final CommandLineValues commandLine;

    ArchetypeAnswers(GenerateProject.Request request, PackManifest manifest, PackArchetype archetype) {
        this.request = request;
        this.manifest = manifest;
        this.archetype = archetype;
        this.commandLine = new CommandLineValues(request.answers().properties());
    }

    private String id() {
        return manifest.id().name().id();
    }

    /** {@code -Dvar.…} that the archetype does not ask for. Other properties may be anybody's. */
    List<Problem> unknown() {
        Set<String> names = new TreeSet<>();
        for (VariableDefinition variable : manifest.variables()) {
            names.add(variable.name());
        }
        return commandLine.unknown(Map.of(id(), names));
    }

    GivenValues given() {
        List<ValueLayer> layers = new ArrayList<>();
        layers.add(new ValueLayer(ValueSource.COMMAND_LINE, properties()));
        if (request.name().isPresent()) {
            layers.add(artifactId(ValueSource.COMMAND_LINE, request.name().get(), "-Dname"));
        }
        if (request.answers().file().isPresent()) {
            layers.add(AnswersFile.read(request.answers().file().get(), id(), ValueSource.ANSWERS_FILE));
        }
        Optional<Path> saved = likelyFolder().map(GenerateProject.ANSWERS::under);
        if (saved.isPresent() && Files.isRegularFile(saved.get())) {
            layers.add(AnswersFile.read(saved.get(), id(), ValueSource.SAVED_ANSWERS));
        }
        if (request.output().isPresent()) {
            Path folder = request.output().get().toAbsolutePath().normalize();
            layers.add(artifactId(ValueSource.DETECTED, String.valueOf(folder.getFileName()), "-Dpacks.output"));
        }
        return new GivenValues(id(), commandLine, layers, DetectedValues.none());
    }

    private ValueLayer artifactId(ValueSource source, String value, String property) {
        return new ValueLayer(
                source, Map.of(archetype.variableOf(ARTIFACT_ID), GivenValue.text(value, Place.of(property))));
    }

    /** {@code -DPROPERTY=…} for each property that the archetype asks for. */
    private Map<String, GivenValue> properties() {
        Map<String, GivenValue> values = new LinkedHashMap<>();
        for (VariableDefinition variable : manifest.variables()) {
            String property = archetype.propertyOf(variable.name());
            String value = request.answers().properties().get(property);
            if (value != null && !property.equals(PACK)) {
                values.put(variable.name(), GivenValue.text(value, Place.of("-D" + property)));
            }
        }
        return values;
    }

    /** The folder of the project, as far as the command line says. */
    private Optional<Path> likelyFolder() {
        if (request.output().isPresent()) {
            return request.output();
        }
        String variable = archetype.variableOf(ARTIFACT_ID);
        Map<String, String> properties = request.answers().properties();
        for (String key : List.of("var." + id() + "." + variable, "var." + variable, ARTIFACT_ID)) {
            String value = properties.get(key);
            if (value != null && RelativePath.fault(value).isEmpty()) {
                return Optional.of(request.folder().resolve(value));
            }
        }
        return request.name().map(request.folder()::resolve);
    }
}
