package dev.packs.operation;

import java.util.List;

/** The one repository that something is published to. */
public interface PublishingRepository {

    /** {@code `releases` (address)}, without a user's name or password. */
    String label();

    /**
     * Whether the repository itself has a file already, whatever lies in a cache.
     *
     * @throws dev.packs.PacksException if it cannot be asked
     */
    boolean has(PublishedFile file);

    /**
     * Sends the files, and then the lists of versions that name them.
     *
     * @throws dev.packs.PacksException if it does not take them
     */
    void publish(List<PublishedFile> files);
}
