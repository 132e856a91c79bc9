package dev.packs.generation;

import dev.packs.io.FileTree;

/** An installed package: its version and its unpacked files. */
public record PackageContent(String version, FileTree files) {}
