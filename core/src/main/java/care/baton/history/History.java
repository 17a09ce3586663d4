package care.baton.history;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in order, to be added to and never changed. Adding shares everything before it:
 * constant time and memory, whatever the length. Reading from the first takes time in the length.
 *
 * @param <T> what is kept
 */
public final class History<T> implements Iterable<T> {

    private static final History<?> EMPTY = new History<>(null, null, 0);

    private final @Nullable History<T> before;
    private final @Nullable T last;
    private final int size;

    private History(@Nullable History<T> before, @Nullable T last, int size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    /**
     * Nothing yet.
     *
     * @param <T> what will be kept
     * @return the empty history
     */
    @SuppressWarnings("unchecked")
    public static <T> History<T> empty() {
        return (History<T>) EMPTY;
    }

    /**
     * A history of these, first to last.
     *
     * @param items what happened, in order
     * @param <T> what is kept
     * @return the history
     */
    public static <T> History<T> of(Iterable<? extends T> items) {
        History<T> history = empty();
        for (T item : Objects.requireNonNull(items, "items")) {
            history = history.plus(item);
        }
        return history;
    }

    /**
     * This history and one more.
     *
     * @param item what happened last
     * @return the longer history; this one is unchanged
     */
    public History<T> plus(T item) {
        return new History<>(this, Objects.requireNonNull(item, "item"), Math.addExact(size, 1));
    }

    /**
     * How many there are.
     *
     * @return the count
     */
    public int size() {
        return size;
    }

    /**
     * Whether nothing has happened.
     *
     * @return true when empty
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The newest.
     *
     * @return what happened last
     * @throws NoSuchElementException if there is none
     */
    public T last() {
        if (last == null) {
            throw new NoSuchElementException("empty history");
        }
        return last;
    }

    /**
     * All of them, first to last.
     *
     * @return an unmodifiable copy
     */
    public List<T> toList() {
        return List.of(toArray());
    }

    @Override
    public Iterator<T> iterator() {
        return Arrays.asList(toArray()).iterator();
    }

    @SuppressWarnings("unchecked")
    private T[] toArray() {
        Object[] items = new Object[size];
        History<T> at = this;
        for (int i = size - 1; i >= 0; i--) {
            items[i] = Objects.requireNonNull(at.last);
            at = Objects.requireNonNull(at.before);
        }
        return (T[]) items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof History<?> that) || size != that.size) {
            return false;
        }
        History<?> mine = this;
        History<?> theirs = that;
        while (mine != theirs && mine.before != null && theirs.before != null) {
            if (!Objects.equals(mine.last, theirs.last)) {
                return false;
            }
            mine = mine.before;
            theirs = theirs.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (History<T> at = this; at.before != null; at = at.before) {
            hash = 31 * hash + Objects.hashCode(at.last);
        }
        return hash;
    }

    /** The length only. */
    @Override
    public String toString() {
        return "History[" + size + "]";
    }
}
