package org.slf4j.impl;

import dev.packs.archetype.bridge.Warnings;
import org.slf4j.helpers.MarkerIgnoringBase;
import org.slf4j.helpers.MessageFormatter;

/** Keeps warnings for the result of a run. Errors are thrown as well, wherever they are logged, and the rest is what the original prints as it goes. */
final class WarningLogger extends MarkerIgnoringBase {

    private static final long serialVersionUID = 1;

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public void trace(String message) {}

    @Override
    public void trace(String format, Object argument) {}

    @Override
    public void trace(String format, Object one, Object other) {}

    @Override
    public void trace(String format, Object... arguments) {}

    @Override
    public void trace(String message, Throwable thrown) {}

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String format, Object argument) {}

    @Override
    public void debug(String format, Object one, Object other) {}

    @Override
    public void debug(String format, Object... arguments) {}

    @Override
    public void debug(String message, Throwable thrown) {}

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public void info(String message) {}

    @Override
    public void info(String format, Object argument) {}

    @Override
    public void info(String format, Object one, Object other) {}

    @Override
    public void info(String format, Object... arguments) {}

    @Override
    public void info(String message, Throwable thrown) {}

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warn(String message) {
        Warnings.add(message);
    }

    @Override
    public void warn(String format, Object argument) {
        Warnings.add(MessageFormatter.format(format, argument).getMessage());
    }

    @Override
    public void warn(String format, Object one, Object other) {
        Warnings.add(MessageFormatter.format(format, one, other).getMessage());
    }

    @Override
    public void warn(String format, Object... arguments) {
        Warnings.add(MessageFormatter.arrayFormat(format, arguments).getMessage());
    }

    @Override
    public void warn(String message, Throwable thrown) {
        Warnings.add(message);
    }

    @Override
    public boolean isErrorEnabled() {
        return false;
    }

    @Override
    public void error(String message) {}

    @Override
    public void error(String format, Object argument) {}

    @Override
    public void error(String format, Object one, Object other) {}

    @Override
    public void error(String format, Object... arguments) {}

    @Override
    public void error(String message, Throwable thrown) {}
}
