package dev.packs.resolution;

import dev.packs.pack.PackId;
import dev.packs.pack.PackageRequest;

/**
 * A pack and the package that it asks for.
 *
 * @param distance how far the pack is from what was asked for; 1 for a pack that was asked for itself
 */
public record PackageAsker(PackId pack, PackageRequest request, int distance) {}
