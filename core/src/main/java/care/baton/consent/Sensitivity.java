package care.baton.consent;

/** What especially protects a piece of information. It is shared only by a consent that names the same. */
public enum Sensitivity {
    /** Behavioral health. */
    BEHAVIORAL_HEALTH,
    /** Treatment of a substance use disorder. Source: 42 CFR Part 2, which asks for a written consent. */
    SUBSTANCE_USE,
    /** Help for a victim of violence: that the person is known there, too. */
    VICTIM_SERVICE
}
