package dev.packs.rendering;

/** Puts text between the quotes of other languages. */
final class Escapes {

    private static final String HEX = "0123456789ABCDEF";

    private Escapes() {}

    /** For a Java string literal in double quotes, or a character literal. */
    static String java(String text) {
        return escaped(text, "\\\"'");
    }

    /** For a JSON string, which is also a YAML string in double quotes. */
    static String json(String text) {
        return escaped(text, "\\\"");
    }

    private static String escaped(String text, String marked) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (marked.indexOf(c) >= 0) {
                result.append('\\').append(c);
            } else if (c == '\n') {
                result.append("\\n");
            } else if (c == '\r') {
                result.append("\\r");
            } else if (c == '\t') {
                result.append("\\t");
            } else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                unit(result, c);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    /** For XML text and attribute values in either kind of quotes. XML has no way to write most control characters. */
    static String xml(String text, Arguments with) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> {
                    if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0xfffe || c == 0xffff) {
                        throw with.failed("meets a control character", "XML cannot contain it");
                    }
                    result.append(c);
                }
            }
        }
        return result.toString();
    }

    /** For the value of a {@code .properties} entry, in whatever encoding the file is read. */
    static String properties(String text) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        boolean leading = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || (c == ' ' && leading)) {
                result.append('\\').append(c);
            } else if (c == '\n') {
                result.append("\\n");
            } else if (c == '\r') {
                result.append("\\r");
            } else if (c == '\t') {
                result.append("\\t");
            } else if (c < 0x20 || c >= 0x7f) {
                unit(result, c);
            } else {
                result.append(c);
            }
            leading &= c == ' ';
        }
        return result.toString();
    }

    /** One word for a POSIX shell, in single quotes. */
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** For one line of Javadoc, HTML or Markdown: what means something in any of them becomes a character reference, white space and control characters one space. */
    static String doc(String text) {
        StringBuilder result = new StringBuilder(text.length() + 8);
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                space = result.length() > 0;
                continue;
            }
            if (space) {
                result.append(' ');
                space = false;
            }
            if ("&<>\"*@\\{}[]|`_#".indexOf(c) >= 0) {
                result.append("&#").append((int) c).append(';');
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static void unit(StringBuilder result, char c) {
        result.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            result.append(HEX.charAt((c >> shift) & 0xf));
        }
    }
}
