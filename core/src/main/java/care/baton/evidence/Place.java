package care.baton.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where one is inside a record: the names and numbers from its root down, joined by {@code /}. */
final class Place {

    private byte[] path = new byte[128];
    private int size;
    private int[] starts = new int[8];
    private int depth;

    void enter(byte[] name) {
        begin(name.length + 1);
        System.arraycopy(name, 0, path, size, name.length);
        size += name.length;
    }

    /** The root: a word of plain letters. */
    void enter(String word) {
        begin(word.length() + 1);
        for (int i = 0; i < word.length(); i++) {
            path[size++] = (byte) word.charAt(i);
        }
    }

    void enter(int index) {
        begin(11);
        int digits = 1;
        for (int rest = index / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int rest = index;
        for (int i = digits - 1; i >= 0; i--) {
            path[size + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    void leave() {
        size = starts[--depth];
    }

    void putInto(Bytes out) {
        out.sized(path, size);
    }

    String text() {
        return new String(path, 0, size, StandardCharsets.UTF_8);
    }

    private void begin(int more) {
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, depth * 2);
        }
        starts[depth++] = size;
        if (path.length - size < more) {
            path = Arrays.copyOf(path, size + Math.max(more, size));
        }
        if (depth > 1) {
            path[size++] = '/';
        }
    }
}
