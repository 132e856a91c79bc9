package com.acme.care.security;

import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stands in for an identity provider during development: {@code POST /dev/token} gives a token to whoever asks. The key
 * is made at start and never leaves the process, so such a token is worth nothing anywhere else.
 */
@Configuration
@Profile("dev")
class DevelopmentTokens {

    private static final Duration LIFETIME = Duration.ofHours(8);

    private final SecretKey key;

    DevelopmentTokens() throws NoSuchAlgorithmException {
        key = KeyGenerator.getInstance("HmacSHA256").generateKey();
    }

    @Bean
    JwtDecoder jwtDecoder() {
        return NimbusJwtDecoder.withSecretKey(key).build();
    }

    @Bean
    JwtEncoder jwtEncoder() {
        return NimbusJwtEncoder.withSecretKey(key).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain developmentTokenChain(HttpSecurity http) {
        return http.securityMatcher("/dev/token").authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable).build();
    }

    /** Where developers get their tokens. */
    @RestController
    @Profile("dev")
    static class TokenController {

        /** A token response (RFC 6749, 5.1). */
        record TokenResponse(String access_token, String token_type, long expires_in) {
        }

        private final JwtEncoder encoder;
        private final Clock clock;

        TokenController(JwtEncoder encoder, Clock clock) {
            this.encoder = encoder;
            this.clock = clock;
        }

        @PostMapping("/dev/token")
        TokenResponse token(@RequestParam(defaultValue = "developer") String subject) {
            Instant now = clock.instant();
            JwtClaimsSet claims = JwtClaimsSet.builder().subject(subject).issuedAt(now).expiresAt(now.plus(LIFETIME))
                    .build();
            String token = encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
            return new TokenResponse(token, "Bearer", LIFETIME.toSeconds());
        }
    }
}
