package dev.packs.rendering;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;

/** Where a node of an expression stands; its place is worked out only for an error. */
record Spot(Positions positions, int offset) {

    Place place() {
        return positions.at(offset);
    }

    PacksException failed(String message, String help) {
        return problem(ProblemCode.TEMPLATE_FAILED, message, help);
    }

    PacksException problem(ProblemCode code, String message, String help) {
        return Problem.at(code, place(), message).help(help).asException();
    }
}
