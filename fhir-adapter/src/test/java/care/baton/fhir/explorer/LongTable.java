package care.baton.fhir.explorer;

import java.util.Arrays;

/** From a number to a number, without boxes. */
final class LongTable {

    static final int NONE = -1;

    private long[] keys = new long[1 << 16];
    private int[] values = empty(1 << 16);
    private int size;

    private static int[] empty(int length) {
        int[] values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    int get(long key) {
        return values[slot(keys, values, key)];
    }

    void put(long key, int value) {
        if (size * 2 > keys.length) {
            grow();
        }
        int slot = slot(keys, values, key);
        size += values[slot] == NONE ? 1 : 0;
        keys[slot] = key;
        values[slot] = value;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreValues = empty(keys.length * 2);
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != NONE) {
                int slot = slot(moreKeys, moreValues, keys[i]);
                moreKeys[slot] = keys[i];
                moreValues[slot] = values[i];
            }
        }
        keys = moreKeys;
        values = moreValues;
    }

    private static int slot(long[] keys, int[] values, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (values[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
