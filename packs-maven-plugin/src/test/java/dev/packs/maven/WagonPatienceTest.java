package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;

class WagonPatienceTest {

    private static final String KEY = "aether.connector.wagon.config.market";

    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();

    private Xpp3Dom limited() {
        RemoteRepository market = new RemoteRepository.Builder("market", "default", "http://127.0.0.1/").build();
        Object configuration = WagonPatience.limited(session, List.of(market), Duration.ofSeconds(2))
                .getConfigProperties()
                .get(KEY);
        return (Xpp3Dom) Objects.requireNonNull(configuration);
    }

    private Xpp3Dom settings(String name, String value) {
        Xpp3Dom settings = new Xpp3Dom("configuration");
        Xpp3Dom child = new Xpp3Dom(name);
        child.setValue(value);
        settings.addChild(child);
        session.setConfigProperty(KEY, settings);
        return settings;
    }

    @Test
    void a_repository_is_waited_for_as_long_as_the_time_out_says() {
        assertThat(limited().getChild("readTimeout").getValue()).isEqualTo("2000");
        assertThat(session.getConfigProperties()).doesNotContainKey(KEY);
    }

    @Test
    void what_the_users_settings_say_of_the_server_stays() {
        Xpp3Dom settings = settings("userAgent", "ours");

        assertThat(limited().getChild("userAgent").getValue()).isEqualTo("ours");
        assertThat(limited().getChild("readTimeout").getValue()).isEqualTo("2000");
        assertThat(settings.getChildCount()).isEqualTo(1);
    }

    @Test
    void a_read_time_out_of_the_user_counts_more() {
        Xpp3Dom settings = settings("readTimeout", "90000");

        assertThat(limited()).isEqualTo(settings);
    }
}
