package care.baton.trace;

/** The promises that Baton makes about its reliability; the README lists those that are tested. */
public final class Promises {
    /** How many there are: they are numbered from 1. */
    public static final int COUNT = 44;

    private Promises() {}
}
