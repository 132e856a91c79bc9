package dev.packs.store;

import java.nio.file.Path;

/** A package that is unpacked, record and all, in a run's own folder, where nobody looks for it yet. */
record StagedPackage(PackageRecord record, Path folder) {}
