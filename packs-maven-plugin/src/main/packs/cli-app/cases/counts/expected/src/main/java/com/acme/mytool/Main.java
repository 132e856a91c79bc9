package com.acme.mytool;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that holds the others. */
@Command(name = "my-tool", description = "Counts lines and words.", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        Count.class, GenerateCompletion.class})
public final class Main {

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(new ShortErrors());
    }
}
