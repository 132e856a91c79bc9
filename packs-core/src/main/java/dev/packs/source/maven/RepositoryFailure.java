package dev.packs.source.maven;

/**
 * What one repository answered instead of what it was asked for.
 *
 * @param repository its id as Maven reports it (behind a mirror the mirror's), with its address in parentheses; empty where no repository was asked
 * @param reason as the end of a sentence that starts with the repository, as in {@code answered 503}
 */
record RepositoryFailure(String repository, FailureKind kind, String reason, Throwable cause) {

    @Override
    public String toString() {
        return repository.isEmpty() ? reason : repository + " " + reason;
    }
}
