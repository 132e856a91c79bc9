package com.acme.mytool;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in a line; only what nobody foresaw gets a stack trace. */
final class ShortErrors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult result) throws Exception {
        if (!(exception instanceof IOException)) {
            throw exception;
        }
        command.getErr().println(command.getColorScheme().errorText(message((IOException) exception)));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String message(IOException exception) {
        boolean missing = exception instanceof NoSuchFileException || exception instanceof FileNotFoundException;
        return missing ? "There is no file " + exception.getMessage() : exception.toString();
    }
}
