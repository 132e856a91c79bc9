package dev.packs.hook;

import dev.packs.pack.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** @param all the user's */
    static Map<String, String> of(Hook hook, Map<String, String> all) {
        List<String> names = new ArrayList<>(USUAL);
        names.addAll(WINDOWS);
        names.addAll(hook.environment());
        Map<String, String> chosen = new TreeMap<>();
        for (Map.Entry<String, String> variable : all.entrySet()) {
            // Windows does not tell `Path` from `PATH`.
            if (names.stream().anyMatch(name -> name.equals(variable.getKey()) || isPath(name, variable.getKey()))) {
                chosen.put(variable.getKey(), variable.getValue());
            }
        }
        return chosen;
    }

    private static boolean isPath(String name, String key) {
        return name.equals("PATH") && key.equals("Path");
    }
}
