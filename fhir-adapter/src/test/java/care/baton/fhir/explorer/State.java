package care.baton.fhir.explorer;

/**
 * One state of the whole: each house by its number, the server's and that of all that is under way.
 *
 * @param first the first house
 * @param second the second house
 * @param third the third house
 * @param server the server
 * @param post what is under way
 */
record State(int first, int second, int third, int server, int post) {

    private static final int BITS = 20;
    private static final int MASK = (1 << BITS) - 1;

    long high() {
        return ((long) first << (2 * BITS)) | ((long) second << BITS) | third;
    }

    long low() {
        return ((long) server << 32) | (post & 0xFFFF_FFFFL);
    }

    static State of(long high, long low) {
        return new State(
                (int) (high >>> (2 * BITS)) & MASK,
                (int) (high >>> BITS) & MASK,
                (int) high & MASK,
                (int) (low >>> 32),
                (int) low);
    }

    int house(int index) {
        return index == 0 ? first : index == 1 ? second : third;
    }

    State with(int index, int house) {
        return new State(
                index == 0 ? house : first, index == 1 ? house : second, index == 2 ? house : third, server, post);
    }

    State served(int next) {
        return new State(first, second, third, next, post);
    }

    State posted(int next) {
        return new State(first, second, third, server, next);
    }
}
