package org.slf4j.impl;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.spi.LoggerFactoryBinder;

/** What slf4j 1.7 looks for in the engine's own loader: a logger that keeps warnings for the result of a run, and nothing else. */
public final class StaticLoggerBinder implements LoggerFactoryBinder {

    /** Read by slf4j, so that it does not complain of another version. */
    public static final String REQUESTED_API_VERSION = "1.7.36";

    private static final StaticLoggerBinder SINGLETON = new StaticLoggerBinder();
    private static final Logger LOGGER = new WarningLogger();

    private StaticLoggerBinder() {}

    /** Called by slf4j. */
    public static StaticLoggerBinder getSingleton() {
        return SINGLETON;
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> LOGGER;
    }

    @Override
    public String getLoggerFactoryClassStr() {
        return StaticLoggerBinder.class.getName();
    }
}
