package dev.packs.maven;

import dev.packs.progress.ProgressShow;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, whose lines never meet that of a progress. */
record LogAside(Log log, ProgressShow show) implements Log {

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        show.aside(() -> log.debug(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        show.aside(() -> log.debug(content, error));
    }

    @Override
    public void debug(Throwable error) {
        show.aside(() -> log.debug(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        show.aside(() -> log.info(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        show.aside(() -> log.info(content, error));
    }

    @Override
    public void info(Throwable error) {
        show.aside(() -> log.info(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        show.aside(() -> log.warn(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        show.aside(() -> log.warn(content, error));
    }

    @Override
    public void warn(Throwable error) {
        show.aside(() -> log.warn(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        show.aside(() -> log.error(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        show.aside(() -> log.error(content, error));
    }

    @Override
    public void error(Throwable error) {
        show.aside(() -> log.error(error));
    }
}
