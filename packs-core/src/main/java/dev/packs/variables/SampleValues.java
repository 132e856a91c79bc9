package dev.packs.variables;

import dev.packs.Place;
import dev.packs.pack.PackManifest;
import dev.packs.pack.VariableDefinition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Values for trying packs without a user: what authors wrote down as examples, for those variables that have neither a default nor options. */
public final class SampleValues {

    private static final String PROJECT = "my-project";
    private static final String AUTHOR = "author";
    private static final Instant MOMENT = Instant.parse("2000-01-01T00:00:00Z");
    private static final Place SAMPLE = Place.of("an example");

    private final Map<String, GivenValue> values = new LinkedHashMap<>();
    private final Set<String> madeUp = new TreeSet<>();
    private final DetectedValues detected;

    /**
     * @param packs dependencies first
     * @param packsVersion for packs that ask for it
     */
    public SampleValues(List<PackManifest> packs, String packsVersion) {
        detected = DetectedValues.ofScaffold(Optional.of(PROJECT), Optional.of(AUTHOR), MOMENT)
                .withPacks(packsVersion);
        Map<String, GivenValue> known = detected.layer().values();
        for (int i = packs.size() - 1; i >= 0; i--) {
            for (VariableDefinition variable : packs.get(i).variables()) {
                boolean isOpen = variable.required()
                        && variable.defaultValue().isEmpty()
                        && !values.containsKey(variable.name());
                boolean hasExample = variable.example().isPresent();
                if (isOpen && !hasExample && (variable.pattern().isPresent() || !known.containsKey(variable.name()))) {
                    madeUp.add(variable.name());
                }
                if (isOpen && (hasExample || !known.containsKey(variable.name()))) {
                    values.put(variable.name(), GivenValue.typed(ExampleValue.of(variable), SAMPLE));
                }
            }
        }
    }

    /** The names of variables for which nobody wrote down an example, so that what their values lead to is nobody's fault. */
    public Set<String> madeUp() {
        return Set.copyOf(madeUp);
    }

    /** The samples, and these values, which win. */
    public GivenValues with(String id, Map<String, Object> chosen) {
        Map<String, GivenValue> all = new LinkedHashMap<>(values);
        chosen.forEach((name, value) -> all.put(name, GivenValue.typed(value, SAMPLE)));
        return new GivenValues(
                id, new CommandLineValues(Map.of()), List.of(new ValueLayer(ValueSource.SAVED_ANSWERS, all)), detected);
    }
}
