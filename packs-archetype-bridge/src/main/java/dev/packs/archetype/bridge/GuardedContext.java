package dev.packs.archetype.bridge;

import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.MethodExceptionEventHandler;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalEventContext;
import org.apache.velocity.exception.VelocityException;
import org.jspecify.annotations.Nullable;

/** The variables of a template, looked at on their way in and where they are inserted into a text. What a template sets goes through to the context behind it. */
final class GuardedContext implements Context, InternalEventContext {

    private final Context context;
    private final Guard guard;
    private final EventCartridge events = new EventCartridge();

    GuardedContext(Context context, Guard guard) {
        this.context = context;
        this.guard = guard;
        ReferenceInsertionEventHandler inserted = (inner, reference, value) -> {
            guard.characters(value == null ? 1 : Sizes.of(value, Guard.VALUE_LIMIT));
            return guard.value(value);
        };
        events.addReferenceInsertionEventHandler(inserted);
        // Without one, Velocity takes the mere presence of handlers for an answer, and goes on.
        MethodExceptionEventHandler failed = (inner, type, method, failure, info) -> {
            throw failure instanceof RuntimeException known
                    ? known
                    : new VelocityException(failure.getMessage(), failure);
        };
        events.addMethodExceptionHandler(failed);
    }

    @Override
    public @Nullable Object put(String key, @Nullable Object value) {
        return context.put(key, guard.value(value));
    }

    @Override
    public @Nullable Object get(String key) {
        guard.check();
        return context.get(key);
    }

    @Override
    public boolean containsKey(String key) {
        return context.containsKey(key);
    }

    @Override
    public String[] getKeys() {
        return context.getKeys();
    }

    @Override
    public @Nullable Object remove(String key) {
        return context.remove(key);
    }

    @Override
    public @Nullable EventCartridge attachEventCartridge(EventCartridge cartridge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventCartridge getEventCartridge() {
        return events;
    }
}
