package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.directive.Scope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * Lets templates call what plain values can do, and refuses the rest with its place: where Velocity's own secure uberspector prints a reference that it does not follow as it is written, and lets
 * everything through that nobody thought of.
 */
public final class ClosedUberspect extends SecureUberspector {

    /** The application attribute that holds the {@link TemplateFence}. */
    static final String FENCE = "dev.packs.fence";

    /** In lower case. What every object has for monitors and reflection, and what reads the properties of the system or takes memory without a value. */
    private static final Set<String> FORBIDDEN = Set.of(
            "class",
            "getclass",
            "wait",
            "notify",
            "notifyall",
            "getinteger",
            "getlong",
            "getboolean",
            "ensurecapacity",
            "getdeclaringclass");

    private @Nullable TemplateFence fence;

    /** Made by Velocity, by name. */
    public ClosedUberspect() {}

    @Override
    public void setRuntimeServices(RuntimeServices services) {
        super.setRuntimeServices(services);
        fence = (TemplateFence) services.getApplicationAttribute(FENCE);
    }

    private TemplateFence fence() {
        if (fence == null) {
            throw new IllegalStateException("no fence");
        }
        return fence;
    }

    @Override
    public @Nullable VelMethod getMethod(
            @Nullable Object receiver, String name, @Nullable Object[] arguments, Info info) {
        if (receiver == null) {
            return null;
        }
        check(receiver, name, info);
        VelMethod method = super.getMethod(receiver, name, arguments, info);
        return method == null ? null : new Counted(method, place(info), fence().guard());
    }

    @Override
    public @Nullable VelPropertyGet getPropertyGet(@Nullable Object receiver, String name, Info info) {
        if (receiver == null) {
            return null;
        }
        check(receiver, name, info);
        return super.getPropertyGet(receiver, name, info);
    }

    @Override
    public @Nullable VelPropertySet getPropertySet(
            @Nullable Object receiver, String name, @Nullable Object value, Info info) {
        if (receiver == null) {
            return null;
        }
        check(receiver, name, info);
        fence().guard().value(value);
        return super.getPropertySet(receiver, name, value, info);
    }

    @Override
    public @Nullable Iterator<?> getIterator(@Nullable Object collection, Info info) {
        if (collection == null) {
            return null;
        }
        check(collection, "iterator", info);
        Iterator<?> items = super.getIterator(collection, info);
        return items == null ? null : new CountedItems(items, fence().guard());
    }

    private void check(Object receiver, String name, Info info) {
        fence().guard().check();
        if (!isPlain(receiver)) {
            throw refuse("`." + name + "` of a value that is neither text, number nor collection", info);
        }
        if (isForbidden(name)) {
            throw refuse("`." + name + "`", info);
        }
    }

    /** Whether no value gives a property or method of this name. */
    static boolean isForbidden(String name) {
        return FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Character) {
            return true;
        }
        Class<?> type = value.getClass();
        if (type.isArray() || type == ForeachScope.class || type == Scope.class || type == Scope.Info.class) {
            return true;
        }
        String home = type.getPackageName();
        if (value instanceof Number) {
            return home.equals("java.lang") || home.equals("java.math");
        }
        boolean isCollection = value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || value instanceof Iterator<?>
                || value instanceof Map.Entry<?, ?>;
        return isCollection && (home.equals("java.util") || home.equals("org.apache.velocity.runtime.parser.node"));
    }

    private PacksException refuse(String what, Info info) {
        return fence().guard()
                .refuse(Problem.at(ProblemCode.TEMPLATE_FORBIDDEN, place(info), "the template reaches for " + what)
                        .help("templates get no further than texts, numbers and collections"));
    }

    private Place place(Info info) {
        return new Place(fence().nameOf(info.getTemplateName()), info.getLine(), info.getColumn());
    }

    /** A method whose work and result are bounded. */
    private record Counted(VelMethod method, Place place, Guard guard) implements VelMethod {

        @Override
        public @Nullable Object invoke(Object receiver, @Nullable Object[] arguments)
                throws IllegalAccessException, InvocationTargetException {
            guard.check();
            Object result;
            if (receiver instanceof String text) {
                result = new TextCall(text, method, place, guard).invoke(arguments);
            } else {
                result = method.invoke(receiver, arguments);
                if (arguments.length > 0 && (receiver instanceof Collection || receiver instanceof Map)) {
                    checkGrowth(receiver, arguments);
                }
            }
            return guard.value(result);
        }

        /** Looks at the whole only where more than a plain value came into it. */
        private void checkGrowth(Object receiver, @Nullable Object[] arguments) {
            int size = receiver instanceof Collection<?> collection ? collection.size() : ((Map<?, ?>) receiver).size();
            boolean isPlain = size < Guard.VALUE_LIMIT / 64;
            for (Object argument : arguments) {
                isPlain &= argument == null || Sizes.of(argument, 64) <= 64;
            }
            if (!isPlain || isNested(arguments)) {
                guard.value(receiver);
            }
        }

        private static boolean isNested(@Nullable Object[] arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Collection || argument instanceof Map) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean isCacheable() {
            return method.isCacheable();
        }

        @Override
        public String getMethodName() {
            return method.getMethodName();
        }

        @Override
        public Method getMethod() {
            return method.getMethod();
        }

        @Override
        public Class<?> getReturnType() {
            return method.getReturnType();
        }
    }

    /** What a loop runs over. */
    private record CountedItems(Iterator<?> items, Guard guard) implements Iterator<Object> {

        @Override
        public boolean hasNext() {
            return items.hasNext();
        }

        @Override
        public Object next() {
            guard.iteration();
            return items.next();
        }
    }
}
