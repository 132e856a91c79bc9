package dev.packs.graph.rdf4j;

import dev.packs.graph.Term;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.impl.SimpleBNode;
import org.eclipse.rdf4j.model.impl.SimpleIRI;
import org.eclipse.rdf4j.model.impl.SimpleLiteral;
import org.jspecify.annotations.Nullable;

/** A value that a graph holds, and that knows its number in it. */
sealed interface Stored {

    int UNUSED = -1;

    /** {@link #UNUSED} until a triple has it. */
    int number();

    void number(int number);

    /** What it is outside of the engine, once somebody asked. */
    @Nullable
    Term term();

    void term(Term term);

    /** An IRI. */
    @SuppressWarnings("serial") // values never leave the process
    final class Name extends SimpleIRI implements Stored {

        private int number = UNUSED;
        private @Nullable Term term;

        Name(String iri) {
            super(iri);
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public void number(int given) {
            number = given;
        }

        @Override
        public @Nullable Term term() {
            return term;
        }

        @Override
        public void term(Term given) {
            term = given;
        }
    }

    /** A blank node. */
    @SuppressWarnings("serial")
    final class Node extends SimpleBNode implements Stored {

        private int number = UNUSED;
        private @Nullable Term term;

        Node(String id) {
            super(id);
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public void number(int given) {
            number = given;
        }

        @Override
        public @Nullable Term term() {
            return term;
        }

        @Override
        public void term(Term given) {
            term = given;
        }
    }

    /** A literal. */
    @SuppressWarnings("serial")
    final class Text extends SimpleLiteral implements Stored {

        private int number = UNUSED;
        private @Nullable Term term;

        Text(String label, IRI datatype) {
            super(label, datatype);
        }

        Text(String label, String language) {
            super(label, language);
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public void number(int given) {
            number = given;
        }

        @Override
        public @Nullable Term term() {
            return term;
        }

        @Override
        public void term(Term given) {
            term = given;
        }
    }
}
