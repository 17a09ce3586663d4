package care.baton.obligation;

import java.time.Duration;

/**
 * One thing that a host asks for, as plain numbers that a generator can draw and shrink.
 *
 * @param what what is asked
 * @param after how long after the last move; negative when the clock was put back
 * @param first which obligation, or the name of a new one
 * @param second which other obligation: its parent, what it waits for, what is owed in its place
 * @param third which holder, or which way
 * @param length by when, or what is left at least
 */
record Move(What what, Duration after, int first, int second, int third, Duration length) {

    enum What {
        OPEN,
        OPEN_RECURRING,
        SUSPEND,
        END_WAIT,
        PASS,
        PROPOSE,
        DISCHARGE,
        RELEASE,
        REPLACE,
        WAIT
    }
}
