package care.baton.trace;

/**
 * One requirement.
 *
 * @param id its ID, such as {@code HND-12}
 * @param kind what sort of thing it asks for: a field, a rule, a gate, a metric
 * @param term the word of a closed list that it speaks of, or nothing
 * @param statement what must hold
 * @param where who shows it: core, adapter, examples, or the host product
 * @param when the piece of work it belongs to: kernel, domain, review, interop, stories, or host
 */
public record Row(String id, String kind, String term, String statement, String where, String when) {
    /**
     * Whether Baton has to show it; the others are the host product's.
     *
     * @return true unless the host builds it
     */
    public boolean isOurs() {
        return !where.equals("host");
    }

    /** The ID, so that a parameterized test is named by the row it was given. */
    @Override
    public String toString() {
        return id;
    }
}
