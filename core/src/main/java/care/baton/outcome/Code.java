package care.baton.outcome;

import java.util.Objects;

/**
 * A word from a closed or agreed vocabulary: a role, a field, a kind, a reason. Codes are the only
 * strings that Baton prints, so they may never hold anything about a person; the syntax keeps them
 * to lower-case words.
 *
 * @param value 1 to 64 characters: {@code a-z}, {@code 0-9}, {@code .}, {@code -}, beginning with a
 *     letter
 */
public record Code(String value) implements Comparable<Code> {

    private static final int LONGEST = 64;

    /**
     * Checks the word.
     *
     * @throws IllegalArgumentException if the text is not a code
     */
    public Code {
        Objects.requireNonNull(value, "code");
        if (!isCode(value)) {
            throw new IllegalArgumentException("code: 1 to 64 of a-z, 0-9, '.' and '-', beginning with a letter");
        }
    }

    /**
     * The code for a word.
     *
     * @param value the word
     * @return its code
     * @throws IllegalArgumentException if the text is not a code
     */
    public static Code of(String value) {
        return new Code(value);
    }

    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    /** The word itself: a code never holds health data. */
    @Override
    public String toString() {
        return value;
    }

    /**
     * Whether a text is a code.
     *
     * @param text the text
     * @return true where {@link #of} takes it
     */
    public static boolean isCode(String text) {
        Objects.requireNonNull(text, "text");
        int length = text.length();
        if (length == 0 || length > LONGEST || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
