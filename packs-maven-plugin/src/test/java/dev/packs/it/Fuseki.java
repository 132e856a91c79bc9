package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.web.AuthScheme;
import org.apache.jena.fuseki.auth.Auth;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/** Apache Jena Fuseki on 127.0.0.1 with one dataset in memory, which only one user may ask and write. */
final class Fuseki implements AutoCloseable {

    static final String USER = "packs";
    static final String PASSWORD = "the-right-password";

    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final FusekiServer server;

    /** @param folder gets the file of passwords */
    Fuseki(Path folder) {
        try {
            Path passwords = Files.writeString(
                    folder.resolve("passwords"), USER + ": " + PASSWORD + "\n", StandardCharsets.UTF_8);
            server = FusekiServer.create()
                    .loopback(true)
                    .port(0)
                    .add("/packs", dataset)
                    .passwordFile(passwords.toString())
                    .auth(AuthScheme.BASIC)
                    .serverAuthPolicy(Auth.ANY_USER)
                    .build()
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getPort();
    }

    /** Of queries, updates and the graph store alike. */
    String url() {
        return "http://127.0.0.1:" + port() + "/packs";
    }

    /** How many triples the graph of that name has. */
    long size(String graph) {
        return Txn.calculateRead(dataset, () ->
                (long) dataset.getGraph(NodeFactory.createURI(graph)).size());
    }

    /** Adds triples, past the server. */
    void add(String graph, String turtle) {
        Txn.executeWrite(dataset, () -> {
            Graph target = dataset.getGraph(NodeFactory.createURI(graph));
            RDFParser.fromString(turtle, org.apache.jena.riot.Lang.TURTLE).parse(target);
        });
    }

    @Override
    public void close() {
        server.stop();
    }
}
