package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.AllowedScript;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.archetype.ArchetypeScript;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Runs the script of an archetype that the user has allowed, with Groovy's jars in a loader of their own. It may do whatever the user may. */
final class ScriptRun {

    private final ArchetypeRun run;
    private final ArchetypeJar jar;

    ScriptRun(ArchetypeRun run, ArchetypeJar jar) {
        this.run = run;
        this.jar = jar;
    }

    /**
     * Whether it may run.
     *
     * @throws PacksException {@link ProblemCode#SCRIPT_REFUSED} if it was not allowed
     */
    void check(ArchetypeScript script) {
        if (run.script().isPresent() && run.script().get().digest().equals(script.digest())) {
            return;
        }
        String wrong = run.script()
                .map(AllowedScript::digest)
                .map(digest -> "; `" + digest + "` was allowed, which is another one")
                .orElse("");
        throw Problem.of(
                        ProblemCode.SCRIPT_REFUSED,
                        "`" + jar.name() + "` runs a script after generation, which could do whatever you can: `"
                                + script.digest() + "`" + wrong)
                .help(
                        "read META-INF/archetype-post-generate.groovy in it, then say -Dpacks.allowScript="
                                + script.digest()
                                + "; without the script the files would not be what archetype:generate yields, so nothing is generated")
                .asException();
    }

    /** @throws PacksException {@link ProblemCode#TEMPLATE_FAILED} if it fails */
    void execute(ArchetypeScript script) {
        AllowedScript allowed = run.script().orElseThrow();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader groovy = new URLClassLoader(
                        "packs-groovy", urls(allowed.classPath()), ScriptRun.class.getClassLoader());
                // The original's too: its first address is the archetype, where scripts look for what came with them.
                URLClassLoader archetype = new URLClassLoader(urls(List.of(run.jar())), groovy)) {
            thread.setContextClassLoader(archetype);
            evaluate(script.text(), groovy);
        } catch (InvocationTargetException failed) {
            throw failed(String.valueOf(failed.getCause()), failed);
        } catch (ReflectiveOperationException | LinkageError missing) {
            throw failed("Groovy is not among the jars that were given for it: " + missing, missing);
        } catch (IOException failed) {
            throw failed(String.valueOf(failed.getMessage()), failed);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void evaluate(String text, ClassLoader groovy) throws ReflectiveOperationException {
        Class<?> bindingType = groovy.loadClass("groovy.lang.Binding");
        Object binding = bindingType.getConstructor().newInstance();
        Properties variables = new Properties();
        variables.putAll(System.getProperties());
        run.properties().forEach(variables::setProperty);
        var set = bindingType.getMethod("setVariable", String.class, Object.class);
        for (String name : variables.stringPropertyNames()) {
            set.invoke(binding, name, variables.getProperty(name));
        }
        set.invoke(binding, "request", new ScriptRequest(run.properties(), run.base()));
        Class<?> shellType = groovy.loadClass("groovy.lang.GroovyShell");
        Object shell = shellType.getConstructor(bindingType).newInstance(binding);
        shellType.getMethod("evaluate", String.class).invoke(shell, text);
    }

    private PacksException failed(String why, Throwable cause) {
        return new PacksException(
                Problem.of(ProblemCode.TEMPLATE_FAILED, "the script of `" + jar.name() + "` fails: " + why)
                        .help("nothing was generated; what else the script did before it failed stays"),
                cause);
    }

    private static URL[] urls(List<Path> jars) {
        List<URL> urls = new ArrayList<>();
        for (Path path : jars) {
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return urls.toArray(new URL[0]);
    }
}
