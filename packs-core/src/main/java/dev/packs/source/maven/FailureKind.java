package dev.packs.source.maven;

import dev.packs.ProblemCode;

/** Why a repository did not hand out what it was asked for; the first that applies is what the user is told. */
enum FailureKind {
    WRONG_CHECKSUM(ProblemCode.DIGEST_MISMATCH, false),
    DISK_FULL(ProblemCode.DISK_FULL, false),
    NOT_WRITTEN(ProblemCode.WRITE_FAILED, false),
    DENIED(ProblemCode.ACCESS_DENIED, false),
    TIMED_OUT(ProblemCode.FETCH_TIMED_OUT, true),
    SERVER_ERROR(ProblemCode.FETCH_FAILED, true),
    CONNECTION(ProblemCode.FETCH_FAILED, true),
    OTHER(ProblemCode.FETCH_FAILED, false),
    NO_CHECKSUM(ProblemCode.FETCH_FAILED, false),
    OFFLINE(ProblemCode.OFFLINE, false),
    NOT_FOUND(ProblemCode.PACKAGE_NOT_FOUND, false);

    private final ProblemCode code;
    private final boolean passing;

    FailureKind(ProblemCode code, boolean passing) {
        this.code = code;
        this.passing = passing;
    }

    ProblemCode code() {
        return code;
    }

    /** Whether asking again a little later may help. */
    boolean isPassing() {
        return passing;
    }
}
