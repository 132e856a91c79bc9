package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;

class PublishCallTest {

    private static DeploymentRepository repository(String id) {
        DeploymentRepository repository = new DeploymentRepository();
        repository.setId(id);
        repository.setUrl("https://repository.example.org/" + id);
        return repository;
    }

    @Test
    void what_is_published_says_which_repository_of_the_project_takes_it() {
        DistributionManagement both = new DistributionManagement();
        both.setRepository(repository("releases"));
        both.setSnapshotRepository(repository("snapshots"));

        assertThat(PublishCall.managed(both, false))
                .map(RemoteRepository::getUrl)
                .hasValue("https://repository.example.org/releases");
        assertThat(PublishCall.managed(both, true)).map(RemoteRepository::getId).hasValue("snapshots");
    }

    @Test
    void one_repository_takes_snapshots_too_and_one_of_snapshots_takes_no_release() {
        DistributionManagement one = new DistributionManagement();
        one.setRepository(repository("all"));
        DistributionManagement snapshots = new DistributionManagement();
        snapshots.setSnapshotRepository(repository("snapshots"));

        assertThat(PublishCall.managed(one, true)).map(RemoteRepository::getId).hasValue("all");
        assertThat(PublishCall.managed(snapshots, false)).isEmpty();
        assertThat(PublishCall.managed(null, true)).isEmpty();
    }
}
