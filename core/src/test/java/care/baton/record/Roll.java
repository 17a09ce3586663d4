package care.baton.record;

import java.time.Duration;

/**
 * One throw of the dice: what is asked, by whom, about what, after how long. What it comes to depends on how the
 * record stands then.
 */
record Roll(int what, int who, int which, Duration after) {}
