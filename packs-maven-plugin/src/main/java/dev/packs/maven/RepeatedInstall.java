package dev.packs.maven;

import dev.packs.operation.InstalledPacks;
import dev.packs.operation.RememberedInstallation;
import dev.packs.store.Store;
import dev.packs.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An installation of packs that were named, in a folder without a pom: where the same was done before, it is found done without anything being resolved. What decides about it is what
 * was typed, and what the settings say; with a pom, everything in it would.
 */
final class RepeatedInstall {

    private final MavenCall call;
    private final String inputs;

    private RepeatedInstall(MavenCall call, String inputs) {
        this.call = call;
        this.inputs = inputs;
    }

    /** Nothing where more would have to be looked at than costs little. */
    static Optional<RepeatedInstall> of(MavenCall call, @Nullable String pack) {
        if (call.hasProject()
                || pack == null
                || !call.isFromCommandLine()
                || call.session().getRequest().isUpdateSnapshots()) {
            return Optional.empty();
        }
        StringBuilder inputs = new StringBuilder();
        inputs.append("plugin ").append(BuildSettings.renderer(call)).append('\n');
        inputs.append("java ").append(System.getProperty("java.version")).append('\n');
        inputs.append("maven ")
                .append(call.session().getSystemProperties().getProperty("maven.version"))
                .append('\n');
        inputs.append("pack ").append(pack).append('\n');
        append(inputs, "typed ", call.session().getUserProperties());
        append(inputs, "settings ", call.project().getProperties());
        return Optional.of(new RepeatedInstall(call, inputs.toString()));
    }

    private static void append(StringBuilder inputs, String kind, Map<Object, Object> properties) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (Map.Entry<Object, Object> property : properties.entrySet()) {
            sorted.put(property.getKey().toString(), String.valueOf(property.getValue()));
        }
        for (Map.Entry<String, String> property : sorted.entrySet()) {
            inputs.append(kind)
                    .append(property.getKey())
                    .append('=')
                    .append(property.getValue())
                    .append('\n');
        }
    }

    /** What there is to say, if nothing is to be done. */
    Optional<List<String>> lines() {
        Path home = call.home();
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try {
            return remembered(new StoreLayout(home.toRealPath())).lines();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** For the next time. */
    void remember(InstalledPacks done, Store store) {
        remembered(store.layout()).remember(done, store);
    }

    private RememberedInstallation remembered(StoreLayout layout) {
        return new RememberedInstallation(
                layout, call.folder().resolve("packs.lock").toString(), inputs);
    }
}
