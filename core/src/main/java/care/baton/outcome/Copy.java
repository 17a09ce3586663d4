package care.baton.outcome;

import java.util.List;
import java.util.Objects;

/** A list as it was given, kept so that nobody can change it, once nothing in it is absent. */
public final class Copy {

    private Copy() {}

    /**
     * Copies a list.
     *
     * @param list the list
     * @param field the name of what it is given for
     * @param <T> what is in it
     * @return the same elements in the same order; nobody can change it
     * @throws NullPointerException if the list or an element is absent; the message names the field
     */
    public static <T> List<T> of(List<? extends T> list, String field) {
        Objects.requireNonNull(list, field);
        try {
            return List.copyOf(list);
        } catch (NullPointerException gap) {
            throw (NullPointerException) new NullPointerException(field + ": an element is absent").initCause(gap);
        }
    }
}
