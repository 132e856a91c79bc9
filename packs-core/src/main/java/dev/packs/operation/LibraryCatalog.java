package dev.packs.operation;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.resolution.PackCatalog;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import java.util.List;
import java.util.Map;

/** The library as the search sees it. */
final class LibraryCatalog implements PackCatalog {

    private final PackLibrary library;
    private final Map<PackName, Version> only;

    /** @param only packs of which just this version is offered while it can be had, so that nobody is asked for a list */
    LibraryCatalog(PackLibrary library, Map<PackName, Version> only) {
        this.library = library;
        this.only = Map.copyOf(only);
    }

    @Override
    public List<Version> versions(PackName name) {
        Version single = only.get(name);
        if (single != null && library.findManifest(new PackId(name, single)).isPresent()) {
            return List.of(single);
        }
        return library.versions(name);
    }

    @Override
    public List<PackDependency> dependencies(PackId id) {
        return library.manifest(id).manifest().dependencies();
    }

    @Override
    public List<PackName> known() {
        return library.known();
    }

    @Override
    public boolean isWorkspace(PackId id) {
        return library.isWorkspace(id);
    }
}
