package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.catalog.Catalog;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells of a pack what it says of itself, how well it is kept, how large it is, who needs it, and under which licences everything comes that it needs. */
public final class InfoPack {

    private final PackLibrary library;
    private final List<String> groups;
    private final PacksAtHand packs;
    private final TreeLicenses licenses;

    /** @param packs among which dependants are looked for */
    public InfoPack(PackLibrary library, List<String> groups, PacksAtHand packs, TreeLicenses licenses) {
        this.library = library;
        this.groups = List.copyOf(groups);
        this.packs = packs;
        this.licenses = licenses;
    }

    /**
     * How large a pack is.
     *
     * @param bytes of its files together
     * @param jar bytes of its jar, where it lies in one of its own
     */
    public record Size(int files, long bytes, Optional<Long> jar) {}

    /** A pack that needs this one, and which versions of it. */
    public record Dependant(PackId pack, String constraint) {}

    /**
     * What there is to know.
     *
     * @param installed the versions that locks name
     * @param licenses to what comes under them: {@code group:name:version} of packs and packages
     */
    public record Info(
            ShowPack.Description description,
            PackHealth health,
            Size size,
            List<Version> installed,
            List<Dependant> dependants,
            SortedMap<String, List<String>> licenses,
            List<Problem> warnings)
            implements Report {

        public Info {
            installed = List.copyOf(installed);
            dependants = List.copyOf(dependants);
            licenses = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(licenses));
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>(description.facts());
            section(lines, "Health", health.lines());
            TextTable sizes = new TextTable();
            sizes.row("files", size.files() + ", " + size.bytes() + " bytes");
            size.jar().ifPresent(bytes -> sizes.row("jar", bytes + " bytes"));
            section(lines, "Size", sizes.lines("  "));
            if (!installed.isEmpty()) {
                Version newest = installed.get(installed.size() - 1);
                boolean isOutdated =
                        newest.compareTo(description.manifest().id().version()) < 0;
                section(lines, "Installed", List.of("  " + newest + (isOutdated ? ", outdated" : "")));
            }
            TextTable needing = new TextTable();
            dependants.forEach(each -> needing.row(each.pack().toString(), each.constraint()));
            section(lines, "Needed by", dependants.isEmpty() ? List.of("  nothing here") : needing.lines("  "));
            TextTable under = new TextTable();
            licenses.forEach((license, names) -> under.row(license, String.join(", ", names)));
            section(lines, "Licences", under.lines("  "));
            lines.add("");
            lines.add(description.command());
            return lines;
        }

        private static void section(List<String> lines, String title, List<String> rows) {
            lines.add("");
            lines.add(title);
            lines.addAll(rows);
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>(description.document());
            document.put("health", health.document());
            Map<String, Object> sizes = new LinkedHashMap<>();
            sizes.put("files", size.files());
            sizes.put("bytes", size.bytes());
            size.jar().ifPresent(bytes -> sizes.put("jar", bytes));
            document.put("size", sizes);
            document.put("installed", installed.stream().map(Version::toString).toList());
            document.put(
                    "dependants",
                    dependants.stream()
                            .map(each -> {
                                Map<String, Object> fields = new LinkedHashMap<>();
                                fields.put("pack", each.pack().toString());
                                fields.put("constraint", each.constraint());
                                return fields;
                            })
                            .toList());
            List<Map<String, Object>> under = new ArrayList<>();
            licenses.forEach((license, names) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("license", license);
                fields.put("of", names);
                under.add(fields);
            });
            document.put("licenses", under);
            return document;
        }
    }

    /**
     * Tells of one pack.
     *
     * @param catalog whose packs may need it, too
     * @throws PacksException if there is no such pack, or no version that satisfies the constraint
     */
    public Info run(PackRef.Named asked, Supplier<Optional<Catalog>> catalog) {
        PackRef.Named ref = new CatalogNames(library, groups, catalog).named(asked);
        ShowPack.Description description = new CatalogNames(library, groups, catalog).show(ref);
        PackManifest manifest = description.manifest();
        PackContent content = library.content(manifest.id());
        AtHand atHand = packs.collect();
        List<Problem> warnings = new ArrayList<>(atHand.warnings());
        TreeLicenses.Found found = licenses.of(manifest);
        warnings.addAll(found.warnings());
        return new Info(
                description,
                PackHealth.of(manifest, content),
                size(content),
                List.copyOf(atHand.installed(manifest.id().name())),
                dependants(manifest.id().name(), atHand, catalog.get()),
                found.licenses(),
                warnings);
    }

    private static Size size(PackContent content) {
        FileTree files = content.files();
        long bytes = 0;
        for (RelativePath path : files.paths()) {
            bytes += files.read(path).map(read -> read.length).orElse(0);
        }
        Optional<Long> jar = content.location().filter(Files::isRegularFile).flatMap(place -> {
            try {
                return Optional.of(Files.size(place));
            } catch (IOException gone) {
                return Optional.empty();
            }
        });
        return new Size(files.paths().size(), bytes, jar);
    }

    private List<Dependant> dependants(PackName name, AtHand atHand, Optional<Catalog> catalog) {
        SortedMap<PackId, String> found = new TreeMap<>();
        catalog.ifPresent(listed -> listed.dependants(name).forEach((id, constraint) -> {
            if (!atHand.owned().contains(id.name().group())) {
                found.put(id, constraint);
            }
        }));
        for (AtHand.Found each : atHand.packs().values()) {
            PackId id = each.pack().id();
            library.findManifest(id)
                    .ifPresent(parsed -> parsed.manifest().dependencies().stream()
                            .filter(dependency -> dependency.name().equals(name))
                            .forEach(dependency -> found.put(id, text(dependency))));
        }
        List<Dependant> dependants = new ArrayList<>();
        found.forEach((id, constraint) -> dependants.add(new Dependant(id, constraint)));
        return dependants;
    }

    private static String text(PackDependency dependency) {
        return dependency.constraint().text();
    }
}
