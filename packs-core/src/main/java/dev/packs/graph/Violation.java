package dev.packs.graph;

import dev.packs.Place;
import java.util.Optional;

/**
 * One result of a validation (SHACL, 3.6.2).
 *
 * @param focusNode what breaks the shape
 * @param path of the property at fault, as SPARQL writes it
 * @param value the value at fault
 * @param message of the shape, or ours where it has none
 * @param shape the source of the shape
 * @param place where the focus node is described, if it is the subject of a source
 */
public record Violation(
        Term focusNode,
        Optional<String> path,
        Optional<Term> value,
        String message,
        Severity severity,
        String shape,
        Optional<Place> place) {}
