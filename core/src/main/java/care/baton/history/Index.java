package care.baton.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that is never changed: putting and taking out give a new one that shares almost all
 * of the old. Both cost the logarithm of the size. Reading goes in the order of the keys, so no
 * answer depends on how a hash falls.
 *
 * @param <K> the keys, by their natural order
 * @param <V> what is kept under each
 */
public final class Index<K extends Comparable<? super K>, V> implements Iterable<Index.Row<K, V>> {

    /**
     * One key with what is kept under it.
     *
     * @param key the key
     * @param value what is kept
     * @param <K> the keys
     * @param <V> the values
     */
    public record Row<K, V>(K key, V value) {
        /** Checks that nothing is absent. */
        public Row {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    private record Node<K, V>(
            Row<K, V> row,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height,
            int size) {

        static <K, V> Node<K, V> of(Row<K, V> row, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            return new Node<>(
                    row, left, right, 1 + Math.max(heightOf(left), heightOf(right)), 1 + sizeOf(left) + sizeOf(right));
        }
    }

    private static final Index<?, ?> EMPTY = new Index<>(null);

    private final @Nullable Node<K, V> root;

    private Index(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /**
     * Nothing yet.
     *
     * @param <K> the keys
     * @param <V> the values
     * @return the empty index
     */
    @SuppressWarnings("unchecked")
    public static <K extends Comparable<? super K>, V> Index<K, V> empty() {
        return (Index<K, V>) EMPTY;
    }

    /**
     * What is kept under a key.
     *
     * @param key the key
     * @return the value, if there is one
     */
    public Optional<V> get(K key) {
        Node<K, V> at = root;
        while (at != null) {
            int side = key.compareTo(at.row.key());
            if (side == 0) {
                return Optional.of(at.row.value());
            }
            at = side < 0 ? at.left : at.right;
        }
        return Optional.empty();
    }

    /**
     * Whether something is kept under a key.
     *
     * @param key the key
     * @return true when there is
     */
    public boolean has(K key) {
        return get(key).isPresent();
    }

    /**
     * This index with a value put under a key, in place of any before.
     *
     * @param key the key
     * @param value what to keep
     * @return the new index
     */
    public Index<K, V> with(K key, V value) {
        return new Index<>(put(root, new Row<>(key, Objects.requireNonNull(value, "value"))));
    }

    /**
     * This index without a key.
     *
     * @param key the key
     * @return the new index, or this one when the key is not in it
     */
    public Index<K, V> without(K key) {
        return has(key) ? new Index<>(drop(root, key)) : this;
    }

    /**
     * How many keys there are.
     *
     * @return the count
     */
    public int size() {
        return sizeOf(root);
    }

    /**
     * Whether there is nothing in it.
     *
     * @return true when empty
     */
    public boolean isEmpty() {
        return root == null;
    }

    /**
     * The row with the smallest key.
     *
     * @return the first row, if any
     */
    public Optional<Row<K, V>> first() {
        return root == null ? Optional.empty() : Optional.of(leftmost(root).row);
    }

    /**
     * The values in the order of their keys.
     *
     * @return a list of its own, that nobody can change
     */
    public List<V> values() {
        List<V> values = new ArrayList<>(size());
        for (Row<K, V> row : this) {
            values.add(row.value());
        }
        return Collections.unmodifiableList(values);
    }

    /** Rows in the order of their keys; reading the first few costs no more than that. */
    @Override
    public Iterator<Row<K, V>> iterator() {
        return new InOrder<>(root);
    }

    /**
     * Rows from a key on, in order.
     *
     * @param key the first key wanted, whether or not it is in the index
     * @return the rows with that key or a later one
     */
    public Iterable<Row<K, V>> from(K key) {
        return () -> new InOrder<>(root, key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Index<?, ?> that) || size() != that.size()) {
            return false;
        }
        Iterator<?> theirs = that.iterator();
        for (Row<K, V> row : this) {
            if (!row.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Row<K, V> row : this) {
            hash = 31 * hash + row.hashCode();
        }
        return hash;
    }

    /** The size only. */
    @Override
    public String toString() {
        return "Index[" + size() + "]";
    }

    private static int heightOf(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static int sizeOf(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static <K, V> Node<K, V> leftmost(Node<K, V> node) {
        Node<K, V> at = node;
        while (at.left != null) {
            at = at.left;
        }
        return at;
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> put(@Nullable Node<K, V> node, Row<K, V> row) {
        if (node == null) {
            return Node.of(row, null, null);
        }
        int side = row.key().compareTo(node.row.key());
        if (side == 0) {
            return Node.of(row, node.left, node.right);
        }
        return side < 0
                ? balance(node.row, put(node.left, row), node.right)
                : balance(node.row, node.left, put(node.right, row));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> drop(@Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int side = key.compareTo(node.row.key());
        if (side < 0) {
            return balance(node.row, drop(node.left, key), node.right);
        }
        if (side > 0) {
            return balance(node.row, node.left, drop(node.right, key));
        }
        if (node.left == null || node.right == null) {
            return node.left == null ? node.right : node.left;
        }
        Row<K, V> next = leftmost(node.right).row;
        return balance(next, node.left, drop(node.right, next.key()));
    }

    private static <K, V> Node<K, V> balance(Row<K, V> row, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && heightOf(left) > heightOf(right) + 1) {
            if (left.right != null && heightOf(left.right) > heightOf(left.left)) {
                Node<K, V> middle = left.right;
                return Node.of(
                        middle.row, Node.of(left.row, left.left, middle.left), Node.of(row, middle.right, right));
            }
            return Node.of(left.row, left.left, Node.of(row, left.right, right));
        }
        if (right != null && heightOf(right) > heightOf(left) + 1) {
            if (right.left != null && heightOf(right.left) > heightOf(right.right)) {
                Node<K, V> middle = right.left;
                return Node.of(
                        middle.row, Node.of(row, left, middle.left), Node.of(right.row, middle.right, right.right));
            }
            return Node.of(right.row, Node.of(row, left, right.left), right.right);
        }
        return Node.of(row, left, right);
    }

    private static final class InOrder<K extends Comparable<? super K>, V> implements Iterator<Row<K, V>> {

        private final Node<K, V>[] path;
        private int depth;

        InOrder(@Nullable Node<K, V> root) {
            path = room(root);
            descend(root);
        }

        InOrder(@Nullable Node<K, V> root, K from) {
            path = room(root);
            Node<K, V> at = root;
            while (at != null) {
                if (from.compareTo(at.row.key()) <= 0) {
                    path[depth++] = at;
                    at = at.left;
                } else {
                    at = at.right;
                }
            }
        }

        private void descend(@Nullable Node<K, V> node) {
            for (Node<K, V> at = node; at != null; at = at.left) {
                path[depth++] = at;
            }
        }

        @SuppressWarnings("unchecked")
        private static <K, V> Node<K, V>[] room(@Nullable Node<K, V> root) {
            return (Node<K, V>[]) new Node<?, ?>[heightOf(root)];
        }

        @Override
        public boolean hasNext() {
            return depth > 0;
        }

        @Override
        public Row<K, V> next() {
            if (depth == 0) {
                throw new NoSuchElementException();
            }
            Node<K, V> at = path[--depth];
            descend(at.right);
            return at.row;
        }
    }
}
