package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.archetype.exception.ArchetypeNotConfigured;
import org.apache.maven.archetype.exception.InvalidPackaging;
import org.apache.maven.archetype.exception.OutputFileExists;
import org.apache.maven.archetype.exception.ProjectDirectoryExists;
import org.apache.velocity.exception.ExtendedParseException;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.VelocityException;

/** Puts what archetype-common and Velocity throw into our words. */
final class Failures {

    private static final Pattern PLACE =
            Pattern.compile(" at ([^ \\[\\]]{1,500})\\[line ([0-9]{1,9}), column ([0-9]{1,9})\\]");

    private final UnaryOperator<String> names;

    /** @param names from the name that Velocity knows a template by to the one that messages call it */
    Failures(UnaryOperator<String> names) {
        this.names = names;
    }

    /** What an archetype failed with. */
    PacksException translated(Exception failure) {
        return translated(
                failure,
                Problem.of(ProblemCode.ARCHETYPE_INVALID, "the archetype cannot be generated: " + told(failure))
                        .help("the original ends with this too; ask the archetype's author"));
    }

    /** @param otherwise what to say of something that is not known */
    PacksException translated(Exception failure, Problem otherwise) {
        if (failure instanceof PacksException known) {
            return known;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            Optional<Problem> problem = problem(cause);
            if (problem.isPresent()) {
                return new PacksException(problem.get(), failure);
            }
        }
        return new PacksException(otherwise, failure);
    }

    private Optional<Problem> problem(Throwable cause) {
        if (cause instanceof ParseErrorException wrong) {
            return Optional.of(Problem.at(
                    ProblemCode.TEMPLATE_SYNTAX,
                    place(wrong.getTemplateName(), wrong.getLineNumber(), wrong.getColumnNumber()),
                    told(wrong)));
        }
        if (cause instanceof MethodInvocationException wrong) {
            return Optional.of(Problem.at(
                    ProblemCode.TEMPLATE_FAILED,
                    place(wrong.getTemplateName(), wrong.getLineNumber(), wrong.getColumnNumber()),
                    told(wrong)));
        }
        if (cause instanceof ExtendedParseException wrong) {
            return Optional.of(Problem.at(
                    ProblemCode.TEMPLATE_SYNTAX,
                    place(wrong.getTemplateName(), wrong.getLineNumber(), wrong.getColumnNumber()),
                    told(cause)));
        }
        if (cause instanceof VelocityException) {
            return Optional.of(placed(told(cause)));
        }
        if (cause instanceof OutputFileExists || cause instanceof ProjectDirectoryExists) {
            return Optional.of(Problem.of(ProblemCode.OUTPUT_EXISTS, told(cause)));
        }
        if (cause instanceof InvalidPackaging) {
            return Optional.of(
                    Problem.of(
                                    ProblemCode.PARAMETER_INVALID,
                                    "the pom.xml where you stand would become the parent, and only one of packaging `pom` can")
                            .help(
                                    "generate elsewhere, as with -Dpacks.output=../my-app, or give that pom <packaging>pom</packaging>"));
        }
        if (cause instanceof ArchetypeNotConfigured) {
            return Optional.of(Problem.of(ProblemCode.VARIABLE_MISSING, told(cause)));
        }
        return Optional.empty();
    }

    /** Velocity tells some places in the message only. */
    private Problem placed(String message) {
        Matcher matcher = PLACE.matcher(message);
        if (!matcher.find()) {
            return Problem.of(ProblemCode.TEMPLATE_FAILED, message);
        }
        Place place = place(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        return Problem.at(ProblemCode.TEMPLATE_FAILED, place, matcher.replaceFirst(""));
    }

    private Place place(String template, int line, int column) {
        return new Place(names.apply(template), Math.max(0, line), Math.max(0, column));
    }

    /** On one line, and never empty. */
    static String told(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ");
    }
}
