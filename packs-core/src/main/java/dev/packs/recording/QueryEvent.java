package dev.packs.recording;

import dev.packs.activity.Subject;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A graph is asked. */
@Name("dev.packs.Query")
@Label("Query")
@Description("A question to a graph")
final class QueryEvent extends WorkEvent {

    @Label("Pack")
    @Description("Whose query or shapes")
    String pack = "";

    @Label("Kind")
    @Description("A query, shapes, or graph: its triples are read before the first question")
    String kind = "";

    @Label("Path")
    @Description("The file of the query, or of the first shapes")
    String path = "";

    @Label("Rows")
    @Description("Rows of an answer, violations of shapes, triples of a graph")
    long rows;

    @Override
    void about(Subject subject) {
        pack = subject.pack();
        kind = subject.name();
        path = subject.path();
    }

    @Override
    void made(long bytes, long count) {
        rows = count;
    }
}
