package dev.packs.maven;

import java.time.Duration;
import java.util.List;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Ends the half an hour for which Maven 3.8 waits for an answer. Its transport, Wagon, takes the resolver's request time-out for the connection alone; how long it waits for
 * data is told to it only by the configuration of a server, as a user would write it into the settings. Later transports do not look at it.
 */
final class WagonPatience {

    private static final String CONFIGURATION = "aether.connector.wagon.config.";
    private static final String READ_TIMEOUT = "readTimeout";

    private WagonPatience() {}

    /** A copy of the session in which no repository is waited for longer; where the user's settings say how long, that stays. */
    static RepositorySystemSession limited(
            RepositorySystemSession session, List<RemoteRepository> repositories, Duration timeout) {
        DefaultRepositorySystemSession copy = new DefaultRepositorySystemSession(session);
        for (RemoteRepository repository : repositories) {
            String key = CONFIGURATION + repository.getId();
            Object settings = session.getConfigProperties().get(key);
            if (settings == null) {
                copy.setConfigProperty(key, limited(new Xpp3Dom("configuration"), timeout));
            } else if (settings instanceof Xpp3Dom dom) {
                copy.setConfigProperty(key, limited(new Xpp3Dom(dom), timeout));
            }
        }
        return copy;
    }

    private static Xpp3Dom limited(Xpp3Dom configuration, Duration timeout) {
        if (configuration.getChild(READ_TIMEOUT) == null) {
            Xpp3Dom limit = new Xpp3Dom(READ_TIMEOUT);
            limit.setValue(Long.toString(Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
            configuration.addChild(limit);
        }
        return configuration;
    }
}
