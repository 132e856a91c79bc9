package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.store.StoreFinding;
import dev.packs.store.StoreSpace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an examination of a store found.
 *
 * @param home where the store is, or would be
 * @param content empty where there is no store
 * @param mended what was wrong before and is not any more
 */
public record ExaminedStore(Path home, Optional<Content> content, List<StoreFinding> mended) implements Report {

    /** How many packages are listed. */
    private static final int LARGEST = 10;

    private static final Map<String, String> PARTS = Map.of(
            "packages", "packages",
            "engines", "engines",
            "catalogs", "indexes of catalogues",
            "otherCaches", "other caches",
            "blobs", "blobs",
            "unfinished", "unfinished installations");

    /**
     * What is in the store.
     *
     * @param packages how many are whole
     * @param files of packages that were held against their digests
     * @param projects that are known to use the store
     */
    public record Content(List<StoreFinding> findings, StoreSpace space, int packages, int files, int projects) {

        public Content {
            findings = List.copyOf(findings);
        }
    }

    public ExaminedStore {
        mended = List.copyOf(mended);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (content.isEmpty()) {
            lines.add("There is no store at " + home + ": the first installation makes it");
            return lines;
        }
        Content found = content.get();
        lines.add("The store " + home + ": " + Count.of(found.packages(), "whole package") + ", "
                + Count.of(found.files(), "file") + " held against "
                + (found.files() == 1 ? "its digest" : "their digests") + ", " + Count.of(found.projects(), "project"));
        found.space().parts().forEach((part, bytes) -> lines.add(row(bytes, PARTS.getOrDefault(part, part))));
        lines.add(row(found.space().free(), "free"));
        List<StoreSpace.Part> packages = found.space().packages();
        if (!packages.isEmpty()) {
            lines.add(
                    packages.size() > LARGEST
                            ? "The largest " + LARGEST + " of " + packages.size() + " packages"
                            : "The packages");
            for (StoreSpace.Part each : packages.subList(0, Math.min(LARGEST, packages.size()))) {
                lines.add(row(each.bytes(), each.coordinates() + ", last used " + day(each)));
            }
        }
        for (StoreFinding each : mended) {
            lines.add("Mended: " + each.problem().message());
        }
        lines.add(verdict(found));
        return lines;
    }

    private String verdict(Content found) {
        int wrong = failures().size();
        if (wrong > 0) {
            return Count.of(wrong, "thing is", "things are") + " wrong";
        }
        return found.findings().isEmpty()
                ? "Nothing is wrong"
                : "Nothing is wrong; " + Count.of(found.findings().size(), "thing is", "things are")
                        + " worth to be known";
    }

    private static String row(long bytes, String what) {
        return String.format(Locale.ROOT, "  %10s  %s", Bytes.of(bytes), what);
    }

    private static LocalDate day(StoreSpace.Part part) {
        return LocalDate.ofInstant(part.lastUse(), ZoneOffset.UTC);
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("store", home.toString());
        document.put("exists", content.isPresent());
        document.put(
                "mended", mended.stream().map(each -> each.problem().message()).toList());
        content.ifPresent(found -> {
            document.put("packages", found.packages());
            document.put("files", found.files());
            document.put("projects", found.projects());
            Map<String, Object> space = new LinkedHashMap<>(found.space().parts());
            space.put("free", found.space().free());
            document.put("space", space);
            document.put(
                    "bySize",
                    found.space().packages().stream()
                            .map(ExaminedStore::describe)
                            .toList());
        });
        return document;
    }

    private static Map<String, Object> describe(StoreSpace.Part part) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("package", part.coordinates().toString());
        described.put("bytes", part.bytes());
        described.put("lastUsed", day(part).toString());
        return described;
    }

    @Override
    public List<Problem> failures() {
        return problems(true);
    }

    @Override
    public List<Problem> warnings() {
        return problems(false);
    }

    private List<Problem> problems(boolean harmful) {
        List<Problem> problems = new ArrayList<>();
        content.ifPresent(found -> found.findings().stream()
                .filter(finding -> finding.isHarmful() == harmful)
                .forEach(finding -> problems.add(finding.problem())));
        return problems;
    }
}
