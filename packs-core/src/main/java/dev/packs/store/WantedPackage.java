package dev.packs.store;

import dev.packs.integrity.Digest;
import dev.packs.pack.PackageCoordinates;
import java.util.Optional;

/**
 * A package to be installed.
 *
 * @param digest what its archive has to be, if the lock says so
 * @param isOptional whether the run goes on where no repository has it
 */
public record WantedPackage(PackageCoordinates coordinates, Optional<Digest> digest, boolean isOptional) {

    /** One that is required, whatever its content. */
    public static WantedPackage of(PackageCoordinates coordinates) {
        return new WantedPackage(coordinates, Optional.empty(), false);
    }
}
