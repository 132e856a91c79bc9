package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.endpoint.Access;
import dev.packs.endpoint.Address;
import dev.packs.endpoint.Login;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that a goal was told to use, and what Maven knows about reaching it. Maven's resolver has the settings decrypted, with the proxies and the hosts that need none; it
 * is asked as for a repository of that address.
 */
record EndpointCall(Address address, Access access) {

    private static final String SERVER = "-Dpacks.sparqlServer=";

    /**
     * What the parameters ask for.
     *
     * @param property the parameter that {@code uri} comes from
     * @param server {@code packs.sparqlServer}; without it the settings' server whose id is the host, if there is one
     * @param graph {@code packs.sparqlGraph}
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID}, {@link ProblemCode#OFFLINE}, {@link ProblemCode#ACCESS_DENIED} for a password that Maven cannot
     *     decrypt
     */
    static EndpointCall of(
            MavenCall call, String property, String uri, @Nullable String server, @Nullable String graph) {
        Address address = Address.parse(property, uri, graph == null ? Address.USUAL_GRAPH : graph.strip());
        if (call.repositorySession().isOffline()) {
            throw Problem.of(ProblemCode.OFFLINE, "Maven is offline, and `" + address + "` is an endpoint")
                    .help("run without `-o`, or without -D" + property + " for the packs that are here")
                    .asException();
        }
        String id = server == null || server.isBlank() ? address.host() : server.strip();
        RemoteRepository place = place(call.repositorySession(), id, address);
        return new EndpointCall(
                address,
                new Access(
                        id,
                        login(call, id, server != null && !server.isBlank(), place),
                        proxy(call.repositorySession(), place),
                        Duration.ofSeconds(call.parameters().timeout())));
    }

    private static RemoteRepository place(RepositorySystemSession session, String id, Address address) {
        RemoteRepository bare = new RemoteRepository.Builder(id, "default", address.toString()).build();
        Authentication authentication = session.getAuthenticationSelector().getAuthentication(bare);
        return new RemoteRepository.Builder(bare)
                .setAuthentication(authentication)
                .setProxy(session.getProxySelector().getProxy(bare))
                .build();
    }

    private static String nearest(MavenCall call, String id) {
        List<String> ids = call.session().getSettings().getServers().stream()
                .map(Server::getId)
                .toList();
        return Nearest.question(id, ids).map(near -> near + "\n").orElse("");
    }

    private static Optional<Login> login(MavenCall call, String id, boolean isNamed, RemoteRepository place) {
        Server server = call.session().getSettings().getServer(id);
        if (server == null) {
            if (isNamed) {
                throw Problem.of(ProblemCode.PARAMETER_INVALID, "your settings have no server `" + id + "`")
                        .help(nearest(call, id)
                                + "add it to the `<servers>` of your Maven `settings.xml`, or leave out " + SERVER + id)
                        .asException();
            }
            return Optional.empty();
        }
        Optional<Login> login = read(AuthenticationContext.forRepository(call.repositorySession(), place));
        if (isNamed && login.isEmpty()) {
            throw Problem.of(ProblemCode.PARAMETER_INVALID, "the server `" + id + "` has no user with a password")
                    .help("give it `<username>` and `<password>`; an endpoint knows no keys")
                    .asException();
        }
        if (login.isPresent() && isEncrypted(login.get().password())) {
            throw Problem.of(ProblemCode.ACCESS_DENIED, "Maven cannot decrypt the password of the server `" + id + "`")
                    .help(
                            "encrypt it again with `mvn --encrypt-password`; the master password is in `settings-security.xml`")
                    .asException();
        }
        return login;
    }

    /** As Maven writes an encrypted password, and leaves one that it cannot decrypt. */
    private static boolean isEncrypted(String password) {
        return password.matches("(?s).*\\{[A-Za-z0-9+/=]{16,}\\}.*");
    }

    private static Optional<Access.Proxy> proxy(RepositorySystemSession session, RemoteRepository place) {
        return Optional.ofNullable(place.getProxy())
                .map(proxy -> new Access.Proxy(
                        proxy.getHost(), proxy.getPort(), read(AuthenticationContext.forProxy(session, place))));
    }

    private static Optional<Login> read(@Nullable AuthenticationContext context) {
        try {
            String user = context == null ? null : context.get(AuthenticationContext.USERNAME);
            String password = context == null ? null : context.get(AuthenticationContext.PASSWORD);
            return user == null || password == null ? Optional.empty() : Optional.of(new Login(user, password));
        } finally {
            AuthenticationContext.close(context);
        }
    }
}
