package dev.packs.endpoint;

import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint is reached.
 *
 * @param server the id under which the settings have, or could have, the login
 * @param login sent with each request to the endpoint, and to nobody else
 * @param proxy between here and the endpoint
 * @param connecting how long a connection may take
 */
public record Access(String server, Optional<Login> login, Optional<Proxy> proxy, Duration connecting) {

    /**
     * An HTTP proxy.
     *
     * @param login what it asks for, if it does
     */
    public record Proxy(String host, int port, Optional<Login> login) {}
}
