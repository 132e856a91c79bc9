package [(${package})];

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that holds the others. */
@Command(name = "[(${project_name})]", description = "[(${description})].", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        Count.class, GenerateCompletion.class})
public final class Main {

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(new ShortErrors());
    }
}
