package dev.packs.hook;

import dev.packs.pack.Hook;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a hook gets of the user's environment: what programs need to be found and to find their home, and what its manifest names. */
final class HookEnvironment {

    /** As {@code docs/hooks.md} lists them. */
    static final List<String> USUAL = List.of(
            "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "JAVA_HOME", "MAVEN_HOME");

    /** Without these no program starts there. */
    static final List<String> WINDOWS = List.of(
            "SystemRoot",
            "SystemDrive",
            "COMSPEC",
            "PATHEXT",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA",
            "ProgramData",
            "ProgramFiles");

    private HookEnvironment() {}

    /** How the machine compares names of variables: Windows does not tell {@code Path} from {@code PATH}. */
    static Comparator<String> namesHere() {
        return File.separatorChar == '\\' ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
    }

    /**
     * What a hook gets.
     *
     * @param all the user's
     * @param byName {@link #namesHere}
     */
    static Map<String, String> of(Hook hook, Map<String, String> all, Comparator<String> byName) {
        Set<String> names = new TreeSet<>(byName);
        names.addAll(USUAL);
        names.addAll(WINDOWS);
        names.addAll(hook.environment());
        Map<String, String> chosen = new TreeMap<>();
        for (Map.Entry<String, String> variable : all.entrySet()) {
            if (names.contains(variable.getKey())) {
                chosen.put(variable.getKey(), variable.getValue());
            }
        }
        return chosen;
    }
}
