package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
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
import java.util.HashMap;
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

    /** What says the artifactId, and the property of this name where something else says it. */
    private static final String NAME = "name";

    private final GenerateProject.Request request;
    private final PackManifest manifest;
    private final PackArchetype archetype;
    private final CommandLineValues commandLine;

    ArchetypeAnswers(GenerateProject.Request request, PackManifest manifest, PackArchetype archetype) {
        this.request = request;
        this.manifest = manifest;
        this.archetype = archetype;
        this.commandLine = new CommandLineValues(renamed(request.answers().properties(), manifest, archetype));
    }

    /** {@code -Dvar.java-version} is {@code -Dvar.java_version}: who knows the archetype knows its properties. */
    private static Map<String, String> renamed(
            Map<String, String> properties, PackManifest manifest, PackArchetype archetype) {
        Map<String, String> renamed = new HashMap<>(properties);
        String scope = manifest.id().name().id() + ".";
        archetype.properties().forEach((variable, property) -> {
            for (String prefix : List.of("var.", "var." + scope)) {
                String value = renamed.get(prefix + property);
                boolean isOther = manifest.variables().stream()
                        .anyMatch(each -> each.name().equals(property));
                if (value != null && !isOther) {
                    renamed.remove(prefix + property);
                    renamed.putIfAbsent(prefix + variable, value);
                }
            }
        });
        return renamed;
    }

    /** The same for the keys of a file. */
    private ValueLayer renamed(ValueLayer layer) {
        Map<String, GivenValue> values = new LinkedHashMap<>(layer.values());
        archetype.properties().forEach((variable, property) -> {
            GivenValue value = values.get(property);
            boolean isOther =
                    manifest.variables().stream().anyMatch(each -> each.name().equals(property));
            if (value != null && !isOther) {
                values.remove(property);
                values.putIfAbsent(variable, value);
            }
        });
        return new ValueLayer(layer.source(), values);
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

    /** Where an archetype asks for a {@code name} of its own, and {@code -Dname} was taken for that of the project. */
    List<Problem> notes() {
        String variable = archetype.variableOf(NAME);
        if (!isProjectName()
                || manifest.variables().stream().noneMatch(each -> each.name().equals(variable))
                || isGiven(variable)) {
            return List.of();
        }
        return List.of(
                Problem.of(
                                ProblemCode.NAME_OF_TWO,
                                "-Dname=" + request.name().orElseThrow()
                                        + " names the project; the archetype's property `name` has its default")
                        .help(
                                "give the property with -Dvar." + variable
                                        + "=…; where -DartifactId says the project's name, -Dname is the property, as for archetype:generate"));
    }

    /** Whether {@code -Dname} says what the project is called. */
    private boolean isProjectName() {
        return request.name().isPresent()
                && !isGiven(archetype.variableOf(ARTIFACT_ID))
                && !request.answers().properties().containsKey(ARTIFACT_ID);
    }

    /** By a {@code -Dvar.…}. */
    private boolean isGiven(String variable) {
        Map<String, String> properties = request.answers().properties();
        return properties.containsKey("var." + variable) || properties.containsKey("var." + id() + "." + variable);
    }

    GivenValues given() {
        List<ValueLayer> layers = new ArrayList<>();
        layers.add(new ValueLayer(ValueSource.COMMAND_LINE, properties()));
        if (isProjectName()) {
            layers.add(artifactId(ValueSource.COMMAND_LINE, request.name().orElseThrow(), "-Dname"));
        }
        if (request.answers().file().isPresent()) {
            layers.add(renamed(AnswersFile.read(request.answers().file().get(), id(), ValueSource.ANSWERS_FILE)));
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
            boolean isOurs = property.equals(PACK) || (property.equals(NAME) && isProjectName());
            if (value != null && !isOurs) {
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
