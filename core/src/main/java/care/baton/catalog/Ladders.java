package care.baton.catalog;

import care.baton.outcome.Code;
import care.baton.pathway.Ladder;
import care.baton.pathway.Rung;
import java.time.Duration;
import java.util.List;

/** Who hears when something is late. The offsets are defaults of ours. */
final class Ladders {

    static final Code REFERRER = Code.of("referrer");
    static final Code PROVIDER = Code.of("provider");
    static final Code FUNDER = Code.of("funder");
    static final Code MEDICATION = Code.of("medication");
    static final Code STAFFING = Code.of("staffing");
    static final Code TRANSITION = Code.of("transition");
    static final Code IMMEDIATE_RISK = Code.of("immediate-risk");

    private Ladders() {}

    /** What the referring side owes: its lead at once, the commissioner after two days. */
    static Ladder referrer() {
        return ladder(REFERRER, at(0, Roles.CASE_MANAGEMENT_LEAD), at(48, Roles.ACCESS_LEAD));
    }

    /** What the provider owes: its program manager at once, then whoever manages the case after a day. */
    static Ladder provider(Code then) {
        return ladder(PROVIDER, at(0, Roles.PROGRAM_MANAGER), at(24, then));
    }

    /** What the funder owes: the access lead at once, then another after a day. */
    static Ladder funder(Code then) {
        return ladder(FUNDER, at(0, Roles.ACCESS_LEAD), at(24, then));
    }

    /** Medication questions: the supervisor at once, the program manager after four hours. */
    static Ladder medication() {
        return ladder(MEDICATION, at(0, Roles.SUPERVISOR), at(4, Roles.PROGRAM_MANAGER));
    }

    /** Whether there is staff: the supervisor at once, the program manager after a day. */
    static Ladder staffing() {
        return ladder(STAFFING, at(0, Roles.SUPERVISOR), at(24, Roles.PROGRAM_MANAGER));
    }

    /** Immediate risk: the case manager's supervisor at once, the commissioner's operations lead after four hours. */
    static Ladder immediateRisk() {
        return ladder(IMMEDIATE_RISK, at(0, Roles.CASE_MANAGER_SUPERVISOR), at(4, Roles.OPERATIONS_LEAD));
    }

    /** What a transition waits for: the case manager at once, the access lead after a day. */
    static Ladder transition() {
        return ladder(TRANSITION, at(0, Roles.CASE_MANAGER), at(24, Roles.ACCESS_LEAD));
    }

    private static Ladder ladder(Code code, Rung... rungs) {
        return new Ladder(code, List.of(rungs), Defaults.EACH_BUSINESS_DAY);
    }

    private static Rung at(int hours, Code role) {
        return new Rung(Duration.ofHours(hours), role, Defaults.NEXT_BUSINESS_DAY);
    }
}
