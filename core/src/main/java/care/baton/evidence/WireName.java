package care.baton.evidence;

/** Turns Java names into the words that travel: {@code HandoffOffered} and {@code SECURE_MESSAGE}. */
final class WireName {

    private WireName() {}

    static String ofType(Class<?> type) {
        String simple = type.getSimpleName();
        StringBuilder name = new StringBuilder(simple.length() + 8);
        for (int i = 0; i < simple.length(); i++) {
            char c = simple.charAt(i);
            if (isUpper(c)) {
                if (i > 0) {
                    name.append('-');
                }
                name.append((char) (c + ('a' - 'A')));
            } else if (isLower(c) || isDigit(c)) {
                name.append(c);
            } else {
                throw new IllegalArgumentException(type.getName() + ": letters and digits only");
            }
        }
        return name.toString();
    }

    static String ofConstant(Enum<?> constant) {
        String upper = constant.name();
        StringBuilder name = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (c == '_') {
                name.append('-');
            } else if (isUpper(c)) {
                name.append((char) (c + ('a' - 'A')));
            } else if (isDigit(c)) {
                name.append(c);
            } else {
                throw new IllegalArgumentException(
                        constant.getDeclaringClass().getName() + ": constants in capitals only");
            }
        }
        return name.toString();
    }

    static boolean isField(String name) {
        if (name.isEmpty() || name.length() > 64 || !isLower(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLower(c) && !isUpper(c) && !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
