package dev.packs.it;

import java.time.Instant;
import java.util.Optional;

/**
 * A request as {@link FaultyRepository} saw it.
 *
 * @param path below the repository's root, without a leading slash
 * @param status what was answered; 0 where the connection was cut
 * @param user who named themselves with basic authentication, right or wrong
 * @param proxiedHost the host of the absolute URI of a request that was made to a proxy
 */
public record LoggedRequest(
        String method, String path, int status, Optional<String> user, Optional<String> proxiedHost, Instant at) {}
