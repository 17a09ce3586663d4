package care.baton.pathway;

import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits move what is owed on a stage: the stage, its work, a missing field, a word to be passed on. Between two parties,
 * on a ladder and for what comes round, a deadline that moved with them would never be counted: it is refused.
 */
final class FixedTimes {

    private final List<Refusal> faults = new ArrayList<>();

    private FixedTimes() {}

    static List<Refusal> faults(Pathway.Draft pathway) {
        FixedTimes times = new FixedTimes();
        times.terms(pathway.handoff());
        times.fixed("review/each", pathway.review().each());
        for (int i = 0; i < pathway.ladders().size(); i++) {
            times.ladder("ladders/" + i, pathway.ladders().get(i));
        }
        return List.copyOf(times.faults);
    }

    private void terms(HandoffTerms terms) {
        fixed("handoff/respondWithin", terms.respondWithin());
        fixed("handoff/clarifyWithin", terms.clarifyWithin());
        fixed("handoff/agreeWithin", terms.agreeWithin());
        fixed("handoff/confirmWithin", terms.confirmWithin());
        fixed("handoff/updates", terms.updates());
        terms.urgentLook().ifPresent(look -> fixed("handoff/urgentLook/each", look.each()));
        terms.finishWithin().ifPresent(rule -> fixed("handoff/finishWithin", rule));
        terms.unconfirmedAfter().ifPresent(rule -> fixed("handoff/unconfirmedAfter", rule));
    }

    private void ladder(String path, Ladder ladder) {
        fixed(path + "/repeat", ladder.repeat());
        for (int i = 0; i < ladder.rungs().size(); i++) {
            fixed(path + "/rungs/" + i + "/within", ladder.rungs().get(i).within());
        }
    }

    private void fixed(String path, DueRule rule) {
        if (rule instanceof BeforeVisits) {
            faults.add(Refusal.of(Reason.VISITS_NOT_COUNTED, path));
        }
    }
}
