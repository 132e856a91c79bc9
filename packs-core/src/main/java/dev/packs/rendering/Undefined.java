package dev.packs.rendering;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says that an expression asks for a variable, or a query, that there is not. */
public final class Undefined {

    private Undefined() {}

    /**
     * The error, with the name that was most likely meant.
     *
     * @param read as {@link Expression#names()} has it
     * @param declared variables, and queries as {@link QueryRows#readAs}
     */
    public static Problem problem(String read, Place place, Collection<String> declared) {
        String query = QueryRows.queryOf(read);
        if (query == null) {
            return Problem.at(ProblemCode.VARIABLE_UNDEFINED, place, "the variable `" + read + "` is not defined here")
                    .help(
                            Nearest.question(read, declared)
                                    .orElse(
                                            "declare it in pack.toml under [[variables]], before it is used, or correct the name"));
        }
        List<String> queries = new ArrayList<>();
        for (String name : declared) {
            String known = QueryRows.queryOf(name);
            if (known != null) {
                queries.add(known);
            }
        }
        return Problem.at(ProblemCode.VARIABLE_UNDEFINED, place, "there is no query `" + query + "` here")
                .help(
                        Nearest.question(query, queries)
                                .orElse(
                                        "name it in pack.toml under [sparql_queries]; expressions of [[variables]] can ask none"));
    }
}
