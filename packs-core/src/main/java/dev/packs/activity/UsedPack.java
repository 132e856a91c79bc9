package dev.packs.activity;

import java.util.Optional;

/**
 * A pack that took part in a run.
 *
 * @param id {@code group:id:version}
 * @param source the kind of place that it came from: {@code embedded}, {@code workspace}, {@code folder}, {@code repository}, {@code archetype}, {@code snapshot}
 * @param digest {@code sha256:…} of its archive; empty where there is none, or it may change at any time
 */
public record UsedPack(String id, String source, Optional<String> digest) {}
