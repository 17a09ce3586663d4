package care.baton.fhir.explorer;

import java.util.Arrays;

/** Every state that was reached, in the order in which it was, and from where. */
final class Visited {

    private long[] high = new long[1 << 16];
    private long[] low = new long[1 << 16];
    private int[] parents = new int[1 << 16];
    private long[] moves = new long[1 << 16];
    private int[] slots = empty(1 << 18);
    private int size;

    private static int[] empty(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    int size() {
        return size;
    }

    State get(int index) {
        return State.of(high[index], low[index]);
    }

    int parent(int index) {
        return parents[index];
    }

    long move(int index) {
        return moves[index];
    }

    boolean has(State state) {
        return slots[slot(state.high(), state.low())] >= 0;
    }

    /** Its number when it is new; -1 when it was there. */
    int add(State state, int parent, long move) {
        long h = state.high();
        long l = state.low();
        int slot = slot(h, l);
        if (slots[slot] >= 0) {
            return -1;
        }
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
            parents = Arrays.copyOf(parents, size * 2);
            moves = Arrays.copyOf(moves, size * 2);
        }
        high[size] = h;
        low[size] = l;
        parents[size] = parent;
        moves[size] = move;
        slots[slot] = size;
        size++;
        if (size * 2 > slots.length) {
            slots = empty(slots.length * 2);
            for (int i = 0; i < size; i++) {
                slots[slot(high[i], low[i])] = i;
            }
        }
        return size - 1;
    }

    private int slot(long h, long l) {
        long mixed = (h * 0x9E3779B97F4A7C15L + l) * 0xC2B2AE3D27D4EB4FL;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] >= 0 && (high[slots[slot]] != h || low[slots[slot]] != l)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
