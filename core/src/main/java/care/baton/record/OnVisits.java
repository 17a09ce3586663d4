package care.baton.record;

import care.baton.obligation.Visiting;
import care.baton.outcome.Reason;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordEvent.VisitReported;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the host's schedule says of the visits, and what falls due earlier or later for it. */
final class OnVisits {

    private OnVisits() {}

    /** An older report than the one that is known changes nothing: the newer one has been heard. */
    static void report(Desk desk, ReportVisit command) {
        Visit visit = command.visit();
        Optional<Visit> known = desk.chart().visits().get(visit.id());
        if (visit.state() == Visit.State.MADE && visit.start().isAfter(desk.now())) {
            desk.refuse(Reason.IN_THE_FUTURE, "visit/start");
        }
        if (known.filter(k -> k.revision() == visit.revision() && !k.equals(visit))
                .isPresent()) {
            desk.refuse(Reason.CONTENT_CHANGED, "visit/revision");
        }
        boolean newer = known.map(k -> k.revision() < visit.revision()).orElse(true);
        if (!desk.draft().isRefused() && newer) {
            List<Instant> before = desk.chart().visitStarts();
            desk.happens(new VisitReported(visit));
            desk.draft()
                    .addAll(Visiting.moved(
                            desk.owed(),
                            before,
                            desk.chart().visitStarts(),
                            desk.now(),
                            desk.rules().calendar()));
        }
    }
}
