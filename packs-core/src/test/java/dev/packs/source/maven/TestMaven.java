package dev.packs.source.maven;

import dev.packs.activity.Activity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.connector.basic.BasicRepositoryConnectorFactory;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ResolutionErrorPolicy;
import org.eclipse.aether.spi.connector.RepositoryConnectorFactory;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.transport.http.HttpTransporterFactory;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** The resolver of Maven 3.8.1 with a local repository of its own; each session is what a new {@code mvn} would have. */
final class TestMaven {

    final List<String> notices = new CopyOnWriteArrayList<>();
    final List<RemoteRepository> repositories = new ArrayList<>();
    Duration timeout = Duration.ofSeconds(20);
    Activity activity = Activity.none();

    private final Path localRepository;
    private final RepositorySystem system;

    @SuppressWarnings("deprecation") // the replacement came with a later resolver than the one that we compile against
    TestMaven(Path localRepository) {
        this.localRepository = localRepository;
        DefaultServiceLocator locator = MavenRepositorySystemUtils.newServiceLocator();
        locator.addService(RepositoryConnectorFactory.class, BasicRepositoryConnectorFactory.class);
        locator.addService(TransporterFactory.class, HttpTransporterFactory.class);
        system = locator.getService(RepositorySystem.class);
    }

    TestMaven with(String id, String url) {
        repositories.add(new RemoteRepository.Builder(id, "default", url).build());
        return this;
    }

    MavenRepositories online() {
        return of(session());
    }

    MavenRepositories offline() {
        DefaultRepositorySystemSession session = session();
        session.setOffline(true);
        return of(session);
    }

    MavenRepositories of(DefaultRepositorySystemSession session) {
        return MavenRepositories.of(
                system,
                session,
                repositories,
                new MavenRepositories.Access(timeout, new Retries(3, Duration.ofMillis(1), notices::add), activity));
    }

    DefaultRepositorySystemSession session() {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(
                system.newLocalRepositoryManager(session, new LocalRepository(localRepository.toFile())));
        // As Maven sets it: what is missing is remembered, for metadata and artifacts alike.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(
                ResolutionErrorPolicy.CACHE_NOT_FOUND, ResolutionErrorPolicy.CACHE_NOT_FOUND));
        return session;
    }
}
