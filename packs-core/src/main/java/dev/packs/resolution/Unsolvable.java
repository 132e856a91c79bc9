package dev.packs.resolution;

import java.util.Optional;

/**
 * No choice of versions satisfies everybody; {@link DerivationReport} puts it into words.
 *
 * @param derivation why
 * @param advice a change that was tried and leads to a solution
 */
public record Unsolvable(Derivation derivation, Optional<Advice> advice) implements Outcome {}
