package dev.packs.rendering;

import org.jspecify.annotations.Nullable;

/**
 * The left side of {@code th:each="item, stat : …"}.
 *
 * @param status where none is written, the name of the item and {@code Stat} behind it, as in Thymeleaf
 * @param itemsStart where the expression begins
 */
record LoopHeader(String item, String status, int itemsStart) {

    static @Nullable LoopHeader parse(String text, Tag.Attribute attribute) {
        int colon = text.indexOf(':', attribute.valueStart());
        if (colon < 0 || colon >= attribute.valueEnd()) {
            return null;
        }
        String names = text.substring(attribute.valueStart(), colon);
        int comma = names.indexOf(',');
        String item = (comma < 0 ? names : names.substring(0, comma)).strip();
        String status = comma < 0 ? item + "Stat" : names.substring(comma + 1).strip();
        return isName(item) && isName(status) && !item.equals(status) ? new LoopHeader(item, status, colon + 1) : null;
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || !ExpressionParser.isLetter(name.charAt(0)) || ExpressionParser.isReserved(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!ExpressionParser.isNamePart(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
