package dev.packs.graph.rdf4j;

/** Rows whose values are numbers of a graph's values, put one after the other into an array that is read by whoever asks. For one thread. */
interface NumberedRows {

    /** In an array of a row: there is no value. */
    int UNBOUND = -3;

    /** Puts the next row there; false if there is none. */
    boolean next();

    /** One row that says nothing, again whenever it is asked to begin. */
    final class Once implements NumberedRows {

        private boolean isThere = true;

        @Override
        public boolean next() {
            boolean was = isThere;
            isThere = false;
            return was;
        }

        void begin() {
            isThere = true;
        }
    }
}
