package dev.packs.generation;

/**
 * One step of a set of changes, which can be taken and taken back.
 *
 * @param path below the base folder
 */
record StagedMove(Kind kind, String path) {

    enum Kind {
        CREATE,
        REPLACE,
        DELETE,
        DELETE_FOLDER,
        CREATE_FOLDER;

        /** The journal's word. */
        char letter() {
            return switch (this) {
                case CREATE -> 'C';
                case REPLACE -> 'R';
                case DELETE -> 'D';
                case DELETE_FOLDER -> 'X';
                case CREATE_FOLDER -> 'F';
            };
        }

        static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter() == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no step is called " + letter);
        }
    }
}
