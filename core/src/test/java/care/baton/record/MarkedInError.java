package care.baton.record;

import care.baton.handoff.Course;

/** What falls away with a handoff that was never right is explained by that. */
final class MarkedInError {

    private MarkedInError() {}

    static boolean explains(CoordinationRecord record, Violation violation) {
        return record.chart().handoffs().values().stream()
                .anyMatch(t -> t.course() == Course.RECORDED_IN_ERROR
                        && t.id().value().equals(violation.key().cause()));
    }
}
