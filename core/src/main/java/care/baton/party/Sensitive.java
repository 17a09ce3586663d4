package care.baton.party;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words about a person: free text, a name, what somebody said. Kept and given back to whoever may
 * read it, and never printed: what it says, whether it says anything and how long it is stay out of
 * every log and message. Erased words leave the fingerprint they had in the record.
 */
public final class Sensitive {

    private static final int LONGEST = 262_144;
    private static final Sensitive NONE = new Sensitive(null, null);

    private final @Nullable String text;
    private final @Nullable Digest removed;

    private Sensitive(@Nullable String text, @Nullable Digest removed) {
        this.text = text;
        this.removed = removed;
    }

    /**
     * Whether it is something that is kept in one piece.
     *
     * @param text the text
     * @return true when it is not blank and has at most 262,144 characters
     */
    public static boolean fits(String text) {
        return !Objects.requireNonNull(text, "text").isBlank() && text.length() <= LONGEST;
    }

    /**
     * These words.
     *
     * @param text not blank, at most 262,144 characters
     * @return the words, guarded
     * @throws IllegalArgumentException if the text is blank or too long
     */
    public static Sensitive of(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("text: not blank, at most 262144 characters");
        }
        return new Sensitive(text, null);
    }

    /**
     * Nothing was said.
     *
     * @return no words
     */
    public static Sensitive none() {
        return NONE;
    }

    /**
     * Words that were erased.
     *
     * @param digest the fingerprint they had in the record
     * @return what is left of them
     */
    public static Sensitive removed(Digest digest) {
        return new Sensitive(null, Objects.requireNonNull(digest, "digest"));
    }

    /**
     * The words, for those who may read them.
     *
     * @return the text; empty when nothing was said or it was erased
     */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /**
     * What is left of erased words.
     *
     * @return their fingerprint; empty when they were not erased
     */
    public Optional<Digest> removed() {
        return Optional.ofNullable(removed);
    }

    /**
     * Whether nothing was said. Erased words were said.
     *
     * @return true when there never were words
     */
    public boolean isNone() {
        return text == null && removed == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sensitive that
                && Objects.equals(text, that.text)
                && Objects.equals(removed, that.removed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, removed);
    }

    /** Always the same word. */
    @Override
    public String toString() {
        return "Sensitive";
    }
}
