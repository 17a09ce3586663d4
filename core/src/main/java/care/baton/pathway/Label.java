package care.baton.pathway;

import java.util.Objects;

/**
 * What people read on a screen. It decides nothing: changing it does not change the definition.
 *
 * @param text the words; at most 512 characters
 */
public record Label(String text) {

    private static final int LONGEST = 512;

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the text is too long
     */
    public Label {
        Objects.requireNonNull(text, "text");
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("text: at most 512 characters");
        }
    }

    /** The kind of value only. */
    @Override
    public String toString() {
        return "Label";
    }
}
