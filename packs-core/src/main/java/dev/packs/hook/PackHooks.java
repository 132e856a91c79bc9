package dev.packs.hook;

import dev.packs.integrity.Digest;
import dev.packs.manifest.TomlText;
import dev.packs.pack.Hook;
import dev.packs.pack.PackId;
import dev.packs.terminal.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hooks of one pack, as they would run.
 *
 * @param content the digest of all packs and packages that the project is made of, since a hook may run a file that any of them wrote; empty only where nobody is to agree to them
 */
public record PackHooks(PackId pack, Optional<Digest> content, List<Hook> hooks) {

    public PackHooks {
        hooks = List.copyOf(hooks);
    }

    public boolean isEmpty() {
        return hooks.isEmpty();
    }

    /** What somebody agrees to: the pack in its version, the content of all that the project is made of, and every command with its arguments, environment and time, in order. */
    public Digest digest() {
        StringBuilder text = new StringBuilder("packs-hooks 1\n");
        text.append("pack ").append(pack).append('\n');
        text.append("content ")
                .append(content.map(Digest::toString).orElse("-"))
                .append('\n');
        for (Hook hook : hooks) {
            text.append("run ").append(TomlText.inline(hook.run())).append('\n');
            text.append("environment ")
                    .append(TomlText.inline(hook.environment()))
                    .append('\n');
            text.append("timeout ").append(hook.timeout().toSeconds()).append('\n');
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A line for each, which says where an argument begins and ends. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Hook hook : hooks) {
            String environment = hook.environment().isEmpty() ? "" : ", sees " + String.join(", ", hook.environment());
            lines.add(shown(hook) + " (at most " + hook.timeout().toSeconds() + " s" + environment + ")");
        }
        return lines;
    }

    /** {@code ["mvn", "-q", "verify"]}. */
    static String shown(Hook hook) {
        return PlainText.line(TomlText.inline(hook.run()));
    }
}
