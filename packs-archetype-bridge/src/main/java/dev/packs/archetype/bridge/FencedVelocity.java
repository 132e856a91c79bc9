package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import java.io.Writer;
import java.util.Properties;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.RuntimeConstants;
import org.codehaus.plexus.velocity.VelocityComponent;

/**
 * Velocity 2.4.1 with a fence around: templates come out of one place, get at plain values only, and are counted.
 */
final class FencedVelocity extends VelocityEngine implements VelocityComponent {

    private final TemplateFence fence;
    private final AfterMerge afterMerge;

    /** @param afterMerge is told of each template that was rendered, before anything else happens */
    FencedVelocity(JarTemplates templates, TemplateFence fence, AfterMerge afterMerge, Dialect dialect) {
        this.fence = fence;
        this.afterMerge = afterMerge;
        setApplicationAttribute(ClosedUberspect.FENCE, fence);
        if (dialect == Dialect.ARCHETYPE) {
            setApplicationAttribute(SharedBodies.ATTRIBUTE, new SharedBodies());
        }
        setProperties(settings(templates, dialect));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Velocity finds classes of ours by their names.
        thread.setContextClassLoader(FencedVelocity.class.getClassLoader());
        try {
            init();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Sees what a template left behind. */
    interface AfterMerge {
        /** @param text what it wrote; empty where a text was evaluated */
        void merged(String template, String encoding, String text, Context context);
    }

    private static Properties settings(JarTemplates templates, Dialect dialect) {
        Properties settings = new Properties();
        // One of ours: those of plexus-velocity would read files of the folder where Maven runs.
        settings.put("resource.loaders", "jar");
        settings.put("resource.loader.jar.instance", templates);
        settings.put("runtime.log.log_invalid_references", "false");
        settings.put("resource.manager.log_when_found", "false");
        settings.put("introspector.conversion_handler.class", "none");
        dialect.set(settings);
        settings.put(RuntimeConstants.UBERSPECT_CLASSNAME, ClosedUberspect.class.getName());
        settings.put(RuntimeConstants.PARSER_CLASS, CheckedParser.class.getName());
        return settings;
    }

    @Override
    public VelocityEngine getEngine() {
        return this;
    }

    @Override
    public boolean mergeTemplate(String name, String encoding, Context context, Writer writer) {
        Guard guard = fence.guard();
        guard.check();
        GuardedWriter guarded = new GuardedWriter(writer, guard, fence.nameOf(name));
        try {
            boolean merged = super.mergeTemplate(name, encoding, new GuardedContext(context, guard), guarded);
            guard.rethrow();
            afterMerge.merged(name, encoding, writer.toString(), context);
            return merged;
        } catch (PacksException refused) {
            throw guard.refuse(refused);
        }
    }

    @Override
    public boolean evaluate(Context context, Writer writer, String name, String text) {
        Guard guard = fence.guard();
        guard.check();
        GuardedWriter guarded = new GuardedWriter(writer, guard, name);
        try {
            boolean evaluated = super.evaluate(new GuardedContext(context, guard), guarded, name, text);
            guard.rethrow();
            afterMerge.merged(name, "UTF-8", "", context);
            return evaluated;
        } catch (PacksException refused) {
            throw guard.refuse(refused);
        }
    }
}
