package care.baton.evidence;

/** How firmly something is known, weakest first. */
public enum Grade {
    /** The person or the family told us. */
    REPORTED_BY_PERSON,
    /** Somebody wrote down what another organization said, by telephone or fax. */
    RELAYED,
    /** Written down by the one who saw or did it. */
    RECORDED,
    /** The organization that is responsible for it confirmed it itself. */
    CONFIRMED;

    /**
     * Whether this is at least as firm as another.
     *
     * @param other another grade
     * @return true when it is as firm or firmer
     */
    public boolean atLeast(Grade other) {
        return compareTo(other) >= 0;
    }
}
