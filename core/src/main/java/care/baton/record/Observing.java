package care.baton.record;

import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.risk.Established;
import care.baton.risk.Observation;
import care.baton.risk.RiskEvent.ObservationRecorded;
import java.time.Instant;
import java.util.Optional;

/** One observation is written down: against what is usual, or expressly against nothing known. */
final class Observing {

    private Observing() {}

    static void write(Desk desk, Code run, Observation seen) {
        int number = desk.chart().risks().observations().size() + 1;
        String path = "observations/" + number;
        OnRisks.isListed(desk, seen.subject(), desk.rules().risks().subjects(), path + "/subject");
        OnRisks.isPast(desk, path);
        OnRisks.isComparable(desk, seen.subject(), seen.measured(), path);
        isAgainst(desk, seen, path + "/baseline");
        seen.change()
                .filter(change -> desk.chart().notes().get(change).isEmpty())
                .ifPresent(change -> desk.refuse(Reason.NOTE_UNKNOWN, OnNotes.path(change)));
        seen.visit()
                .filter(visit -> !desk.chart().visits().has(visit))
                .ifPresent(visit -> desk.refuse(Reason.VISIT_UNKNOWN, path + "/visit"));
        if (desk.rules().risks().atStart().equals(Optional.of(seen.subject()))) {
            atStart(desk, run, seen, path);
        }
        if (!desk.draft().isRefused()) {
            desk.happens(new ObservationRecorded(number, seen));
        }
    }

    private static void isAgainst(Desk desk, Observation seen, String path) {
        Code subject = seen.subject();
        Optional<Integer> newest = desk.chart().risks().baseline(subject).map(Established::version);
        if (seen.baseline().isPresent() && newest.isEmpty()) {
            desk.refuse(Reason.BASELINE_MISSING, path);
        } else if (seen.baseline().isEmpty() && newest.isPresent()) {
            desk.refuse(Reason.FIELD_MISSING, path);
        } else if (!seen.baseline().equals(newest)) {
            desk.refuse(Reason.CONTENT_CHANGED, path);
        }
    }

    /**
     * Whether it began safely is looked at at the first visit that was made since the last run of the pathway was closed,
     * and at no other.
     */
    private static void atStart(Desk desk, Code run, Observation seen, String path) {
        Instant since = new OnChart(desk.chart(), run).since();
        Optional<Visit> first = desk.chart().visits().values().stream()
                .filter(v -> v.state() == Visit.State.MADE && v.start().isAfter(since))
                .min((one, other) -> one.start().compareTo(other.start()));
        if (seen.visit().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, path + "/visit");
        } else if (!first.map(Visit::id).equals(seen.visit())) {
            desk.refuse(Reason.STEP_NOT_OPEN, path + "/visit");
        }
    }
}
