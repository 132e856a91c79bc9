package dev.packs.archetype.export;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The classes of one version of {@code archetype-common}, as published, each version in a class loader of its own. They are called by reflection, since there are three of them. */
final class StockArchetypes {

    static final List<String> VERSIONS = List.of("3.2.1", "3.3.1", "3.4.1");

    private static final String COMMON = "org.apache.maven.archetype.";

    private final URLClassLoader classes;
    private final boolean isOld;

    private StockArchetypes(URLClassLoader classes, boolean isOld) {
        this.classes = classes;
        this.isOld = isOld;
    }

    /** @param version one of {@link #VERSIONS} */
    static StockArchetypes open(String version) {
        Path folder = Path.of(System.getProperty("stock.archetypes", "target/stock"), version);
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StockArchetypes(
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()),
                version.equals("3.2.1"));
    }

    /**
     * Generates a project.
     *
     * @param jar of the archetype; each has a path of its own, since parsed templates are kept
     * @param folder in which the project's folder appears
     * @param properties all of them, {@code groupId}, {@code artifactId}, {@code version} and {@code package} included
     */
    void generate(Path jar, Path folder, Map<String, String> properties) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(classes);
        try {
            Object request = make(COMMON + "ArchetypeGenerationRequest");
            Properties all = new Properties();
            all.putAll(properties);
            call(request, "setProperties", Properties.class, all);
            for (String name : List.of("groupId", "artifactId", "version", "package")) {
                String setter = "set" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
                call(request, setter, String.class, properties.getOrDefault(name, ""));
            }
            call(request, "setOutputDirectory", String.class, folder.toString());
            call(request, "setArchetypeGroupId", String.class, "g");
            call(request, "setArchetypeArtifactId", String.class, "a");
            call(request, "setArchetypeVersion", String.class, "1");
            Object generator = generator();
            Method generate = generator
                    .getClass()
                    .getMethod(
                            "generateArchetype", classes.loadClass(COMMON + "ArchetypeGenerationRequest"), File.class);
            generate.invoke(generator, request, jar.toFile());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private Object generator() throws ReflectiveOperationException {
        Object artifacts = make(COMMON + "common.DefaultArchetypeArtifactManager");
        Object poms = make(COMMON + "common.DefaultPomManager");
        Object resolver = make(COMMON + "common.DefaultArchetypeFilesResolver");
        Object generator = makeAny(COMMON + "generator.DefaultFilesetArchetypeGenerator");
        set(artifacts, "pomManager", poms);
        set(generator, "archetypeArtifactManager", artifacts);
        set(generator, "archetypeFilesResolver", resolver);
        set(generator, "pomManager", poms);
        set(generator, "velocity", velocity());
        for (Object component : List.of(artifacts, resolver, poms, generator)) {
            quiet(component);
        }
        return generator;
    }

    private Object velocity() throws ReflectiveOperationException {
        if (!isOld) {
            Object configurator = make(COMMON + "VelocityConfigurator");
            Constructor<?> constructor = classes.loadClass(
                            "org.codehaus.plexus.velocity.internal.DefaultVelocityComponent")
                    .getConstructors()[0];
            return constructor.newInstance(configurator);
        }
        Object velocity = make("org.codehaus.plexus.velocity.DefaultVelocityComponent");
        // As META-INF/plexus/components.xml of plexus-velocity 1.2 has it.
        Properties properties = new Properties();
        properties.setProperty("resource.loader", "classpath,file");
        properties.setProperty(
                "classpath.resource.loader.class",
                "org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader");
        properties.setProperty(
                "file.resource.loader.class", "org.apache.velocity.runtime.resource.loader.FileResourceLoader");
        properties.setProperty("file.resource.loader.path", "");
        properties.setProperty("runtime.log.invalid.references", "false");
        properties.setProperty("velocimacro.messages.on", "false");
        properties.setProperty("resource.manager.logwhenfound", "false");
        properties.setProperty(
                "eventhandler.include.class", "org.apache.velocity.app.event.implement.IncludeRelativePath");
        properties.setProperty("velocimacro.permissions.allow.inline.to.replace.global", "true");
        set(velocity, "properties", properties);
        quiet(velocity);
        velocity.getClass().getMethod("initialize").invoke(velocity);
        return velocity;
    }

    /** Older components ask their container for a logger. */
    private void quiet(Object component) throws ReflectiveOperationException {
        Class<?> type;
        Object logger;
        try {
            type = classes.loadClass("org.codehaus.plexus.logging.Logger");
            logger = classes.loadClass("org.codehaus.plexus.logging.console.ConsoleLogger")
                    .getConstructor(int.class, String.class)
                    .newInstance(5, "stock");
        } catch (ClassNotFoundException e) {
            return;
        }
        for (Method method : component.getClass().getMethods()) {
            if (method.getName().equals("enableLogging") && method.getParameterTypes()[0] == type) {
                method.invoke(component, logger);
            }
        }
    }

    private Object make(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = classes.loadClass(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** With nulls for what it takes. */
    private Object makeAny(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = classes.loadClass(name).getDeclaredConstructors()[0];
        return constructor.newInstance(new Object[constructor.getParameterCount()]);
    }

    private static void set(Object owner, String field, Object value) throws ReflectiveOperationException {
        Field found = owner.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(owner, value);
    }

    private static void call(Object owner, String method, Class<?> type, Object value)
            throws ReflectiveOperationException {
        owner.getClass().getMethod(method, type).invoke(owner, value);
    }
}
