package dev.packs.graph;

import dev.packs.activity.Activity;

/** Another graph that a server keeps, of which each question is told. */
public record WatchedRemoteGraph(RemoteGraph graph, Activity activity) implements RemoteGraph {

    @Override
    public QueryAnswer query(QueryRequest request) {
        return WatchedEngine.asked(graph::query, request, activity);
    }

    @Override
    public boolean isEmpty() {
        return graph.isEmpty();
    }

    @Override
    public void replace(byte[] turtle) {
        graph.replace(turtle);
    }

    @Override
    public String toString() {
        return graph.toString();
    }
}
