package dev.packs.manifest;

import java.util.Random;

/** Makes TOML that a parser accepts and that is written in every way TOML has. */
final class RandomToml {

    private static final String[] STRINGS = {
        "\"\"",
        "''",
        "\"a # b\"",
        "'[x]'",
        "\"\\\"]\"",
        "'\\'",
        "\"\"\"\n[x]\n\"\" \\\n  y\"\"\"",
        "'''\n'' = ''\n'''",
        "\"\"\"\"a\"\"\"\"\"",
        "\"=\"",
        "'},'"
    };

    private int names;

    private RandomToml() {}

    static String text(Random random) {
        return new RandomToml().document(random);
    }

    private String document(Random random) {
        StringBuilder text = new StringBuilder();
        entries(text, random);
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = key(random);
            if (random.nextBoolean()) {
                text.append("[ ").append(name).append(" ]").append(comment(random));
                entries(text, random);
            } else {
                for (int item = random.nextInt(3); item >= 0; item--) {
                    text.append("[[").append(name).append("]]").append(comment(random));
                    entries(text, random);
                    text.append('[').append(name).append(".\"s u b\"]\n");
                    entries(text, random);
                }
            }
        }
        return text.toString();
    }

    private void entries(StringBuilder text, Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(" ".repeat(random.nextInt(3)))
                    .append(key(random))
                    .append(random.nextBoolean() ? " = " : "=")
                    .append(value(random, 3))
                    .append(comment(random));
        }
    }

    private String key(Random random) {
        String name = "k" + names++;
        return switch (random.nextInt(5)) {
            case 0 -> "\"" + name + " .]\"";
            case 1 -> "'" + name + "\\'";
            case 2 -> name + " . x";
            case 3 -> "\"" + name + "\\t\\\"\"." + name;
            default -> name;
        };
    }

    private static String comment(Random random) {
        return random.nextInt(3) == 0 ? " # [c] = \"\n" : random.nextBoolean() ? "\n" : "\r\n\n";
    }

    private String value(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 6 : 4);
        StringBuilder text = new StringBuilder();
        switch (kind) {
            case 0, 1 -> text.append(STRINGS[random.nextInt(STRINGS.length)]);
            case 2 -> text.append(random.nextInt());
            case 3 -> text.append(random.nextBoolean());
            case 4 -> {
                text.append("[");
                for (int i = random.nextInt(4); i > 0; i--) {
                    text.append(random.nextBoolean() ? "\n # ]\n" : " ")
                            .append(value(random, depth - 1))
                            .append(",");
                }
                text.append("]");
            }
            default -> {
                text.append("{ ");
                for (int i = random.nextInt(3); i >= 0; i--) {
                    text.append(key(random))
                            .append(" = ")
                            .append(value(random, 0))
                            .append(i > 0 ? ", " : " ");
                }
                text.append("}");
            }
        }
        return text.toString();
    }
}
