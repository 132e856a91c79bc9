package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffCallTest {

    @Test
    void a_side_that_is_missing_is_asked_for_with_the_pack_that_was_named() {
        assertThat(DiffCall.help("com.shop:web@1.2.0")).contains("-Dpack=com.shop:web@1.2.0,com.shop:web\n");
        assertThat(DiffCall.help("com.shop:web")).contains("-Dpack=com.shop:web@1.0.0,com.shop:web\n");
        assertThat(DiffCall.help("file:old")).contains("-Dpack=file:old,file:<the folder");
        assertThat(DiffCall.help("")).contains("-Dpack=com.acme:my-pack@1.0.0,com.acme:my-pack\n");
        assertThat(DiffCall.help("a,b,c")).contains("-Dpack=com.acme:my-pack@1.0.0,");
    }
}
