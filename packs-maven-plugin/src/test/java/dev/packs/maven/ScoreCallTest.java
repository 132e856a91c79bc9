package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.operation.PackScore;
import dev.packs.operation.Report;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreCallTest {

    private static final PackScore NOTHING =
            new PackScore(new PackId(new PackName("com.acme", "shop"), Version.parse("1.0.0")), List.of());

    @Test
    void a_score_that_is_too_low_is_told_with_its_evidence_and_fails() {
        Report report = ScoreCall.judged(List.of(NOTHING), 1);

        assertThat(report.failures())
                .extracting(Problem::message)
                .containsExactly("the pack com.acme:shop:1.0.0 scores 0 of 100, and packs.minScore asks for 1");
        assertThat(report.lines()).contains("com.acme:shop:1.0.0 scores 0 of 100");
        assertThat(report.document()).containsKey("packs");
        assertThat(ScoreCall.judged(List.of(NOTHING), 0).failures()).isEmpty();
    }
}
