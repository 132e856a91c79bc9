package dev.packs.operation;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRequirements;
import dev.packs.pack.PackageRequest;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed about what a pack needs, and about what it says of itself. */
final class NeedChanges {

    private final List<PackChange> changes = new ArrayList<>();

    private NeedChanges() {}

    static List<PackChange> between(PackManifest before, PackManifest after) {
        NeedChanges found = new NeedChanges();
        found.dependencies(before, after);
        found.packages(before, after);
        found.requirements(before.pack().requirements(), after.pack().requirements());
        found.description(before, after);
        return found.changes;
    }

    private void dependencies(PackManifest before, PackManifest after) {
        Map<PackName, PackDependency> old = new LinkedHashMap<>();
        before.dependencies().forEach(each -> old.put(each.name(), each));
        for (PackDependency now : after.dependencies()) {
            PackDependency was = old.remove(now.name());
            if (was == null) {
                changes.add(PackChange.minor("the dependency `" + now.name() + "` is new"));
            } else if (!was.constraint().equals(now.constraint()) || was.optional() != now.optional()) {
                String text = "the dependency `" + now.name() + "` is `" + now.constraint() + "`"
                        + (now.optional() ? ", optional" : "") + ", which was `" + was.constraint() + "`"
                        + (was.optional() ? ", optional" : "");
                if (!was.constraint().meets(now.constraint())) {
                    changes.add(PackChange.major(text + ": no version does for both"));
                } else if (now.optional() && !was.optional()) {
                    changes.add(PackChange.major(text + ": what it wrote is gone"));
                } else {
                    changes.add(PackChange.minor(text));
                }
            }
        }
        old.keySet()
                .forEach(name ->
                        changes.add(PackChange.major("the dependency `" + name + "` is gone, with all that it wrote")));
    }

    private void packages(PackManifest before, PackManifest after) {
        Map<String, PackageRequest> old = new LinkedHashMap<>();
        before.packages().forEach(each -> old.put(each.name(), each));
        for (PackageRequest now : after.packages()) {
            PackageRequest was = old.remove(now.name());
            if (was == null) {
                changes.add(PackChange.minor("the package `" + now.name() + "` is new"));
            } else {
                changed(was, now);
            }
        }
        old.keySet().forEach(name -> changes.add(PackChange.major("the package `" + name + "` is gone")));
    }

    /** Where it is copied to is among the outputs. */
    private void changed(PackageRequest was, PackageRequest now) {
        String subject = "the package `" + now.name() + "` ";
        if (!was.constraint().equals(now.constraint())) {
            changes.add(
                    PackChange.minor(subject + "is `" + now.constraint() + "`, which was `" + was.constraint() + "`"));
        }
        if (!was.root().equals(now.root()) || !was.include().equals(now.include())) {
            changes.add(PackChange.major(subject + "is copied with other files of it: another `root` or `include`"));
        }
        if (!was.type().equals(now.type()) || !was.classifier().equals(now.classifier())) {
            changes.add(PackChange.major(subject + "is another artifact: another `type` or `classifier`"));
        }
        if (was.optional() != now.optional()) {
            changes.add(PackChange.minor(subject + (now.optional() ? "is optional now" : "is optional no more")));
        }
        if (was.transitive() != now.transitive()) {
            changes.add(PackChange.minor(
                    subject + (now.transitive() ? "comes with what it needs now" : "comes without what it needs now")));
        }
    }

    private void requirements(PackRequirements before, PackRequirements after) {
        requirement("Packs", before.packs(), after.packs());
        requirement("Java", before.java(), after.java());
        requirement("Maven", before.maven(), after.maven());
    }

    private void requirement(String what, Optional<VersionConstraint> before, Optional<VersionConstraint> after) {
        if (before.equals(after)) {
            return;
        }
        String text =
                "it needs " + what + " " + after.map(each -> "`" + each + "`").orElse("of any version") + ", which was "
                        + before.map(each -> "`" + each + "`").orElse("any");
        boolean isWider = after.isEmpty() || after.get().includes(before.orElseGet(VersionConstraint::any));
        changes.add(isWider ? PackChange.minor(text) : PackChange.major(text));
    }

    private void description(PackManifest before, PackManifest after) {
        if (!before.id().name().equals(after.id().name())) {
            changes.add(PackChange.major("it is another pack: `" + after.id().name() + "`, which was `"
                    + before.id().name() + "`"));
        }
        if (!before.pack().license().equals(after.pack().license())) {
            changes.add(PackChange.major("its licence is "
                    + after.pack().license().map(each -> "`" + each + "`").orElse("none")
                    + ", which was "
                    + before.pack().license().map(each -> "`" + each + "`").orElse("none")));
        }
        if (!before.postGenerate().equals(after.postGenerate())) {
            changes.add(PackChange.minor("it has other hooks"));
        }
        if (!before.archetype().equals(after.archetype())) {
            changes.add(PackChange.minor("its archetype is another one"));
        }
        if (!said(before).equals(said(after))) {
            changes.add(PackChange.patch("it is described otherwise"));
        }
    }

    /** What only people read. */
    private static List<Object> said(PackManifest manifest) {
        return List.of(
                manifest.pack().name(),
                manifest.pack().description(),
                manifest.pack().category(),
                manifest.pack().author(),
                manifest.pack().repository(),
                manifest.pack().tags(),
                manifest.pack().keywords(),
                manifest.pack().productionReady(),
                manifest.metadata());
    }
}
