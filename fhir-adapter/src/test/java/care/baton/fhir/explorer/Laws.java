package care.baton.fhir.explorer;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Kinds;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationOpened;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import care.baton.ownership.Member;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Holder;
import care.baton.record.Chart;
import care.baton.record.CoordinationRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What must be true of one record: of each as it stands, and of each step from one to the next. One owner (promise
 * 1); it moves only on a current acceptance by the one who was asked, or back (2); an open thing falls due and is
 * heard when late, also after a restart (6); a bid never moves (7).
 */
final class Laws {

    private static final List<Code> FLAGS = List.of(Code.of("medication-uncertainty"));

    private Laws() {}

    /** The first law that does not hold of a house as it stands; null when all do. */
    static String standing(House house) {
        Chart chart = house.record().chart();
        if (house.talks().isEmpty()) {
            return null;
        }
        Obligations owed = chart.obligations();
        long actions = owed.openOf(Cast.HANDOFF.value(), Kinds.ACTION).size();
        boolean ended = house.talks().get().course().isEnded();
        if (actions != (ended ? 0 : 1)) {
            return "one owner of the action";
        }
        boolean due =
                owed.open().stream().anyMatch(o -> o.key().cause().equals(Cast.HANDOFF.value()) && !o.isSuspended());
        if (!ended && !due) {
            return "an open handoff of which nothing falls due";
        }
        List<Offer> live = house.talks().get().offers().values().stream()
                .filter(Offer::isLive)
                .toList();
        if (live.stream().filter(o -> o.kind() == OfferKind.FIRM).count() > 1) {
            return "one firm offer that can be answered";
        }
        for (Offer offer : live) {
            Optional<Obligation> response = owed.openOf(Cast.HANDOFF.value(), Kinds.RESPONSE).stream()
                    .filter(o -> o.key().subject().equals("offer-" + offer.number()))
                    .findFirst();
            if (response.isEmpty()) {
                return "an offer that nobody owes an answer to";
            }
            boolean waits = offer.state() instanceof OfferState.Clarifying
                    || (offer.state() instanceof OfferState.Proposed p && !p.isReady());
            if (waits != response.get().isSuspended()) {
                return waits ? "the receiver's clock runs while others owe it a word" : "nobody owes the final answer";
            }
        }
        return left(chart);
    }

    private static String left(Chart chart) {
        for (Obligation o : chart.obligations().open()) {
            if (chart.team().member(o.holder()).filter(Member::left).isPresent()) {
                return "an obligation of one who has left";
            }
        }
        return null;
    }

    /** When time runs out somebody hears, also after a restart from what was stored. */
    static String late(House before, House after) {
        List<Entry> stored = before.record().ledger().entries().toList();
        if (!CoordinationRecord.replay(before.record().id(), stored)
                .chart()
                .equals(before.record().chart())) {
            return "a restart that is not where it stopped";
        }
        boolean heard =
                Forged.since(before.record(), after.record()).stream().anyMatch(e -> e.event() instanceof LevelRaised);
        return heard ? null : "time runs out and nobody hears";
    }

    /** The first law that a step breaks; null when it breaks none. */
    static String step(House before, House after) {
        List<Entry> entries = Forged.since(before.record(), after.record());
        Chart chart = before.record().chart();
        for (Entry entry : entries) {
            String wrong = event(before, after.record().chart(), chart, entries, entry.event());
            if (wrong != null) {
                return wrong;
            }
            chart = chart.evolve(entry.act(), entry.event());
        }
        return dues(before.record().chart(), entries, chart);
    }

    private static String event(House before, Chart after, Chart chart, List<Entry> all, Event event) {
        if (event instanceof DueMoved) {
            return "a clock that begins anew";
        }
        if (event instanceof LevelRaised e) {
            Optional<Obligation> late = chart.obligations().get(e.key()).filter(Obligation::isOpen);
            if (late.isEmpty()) {
                return "an escalation of what is not owed";
            }
            int most = late.get().route().levels().size();
            return e.level() == late.get().raised() + 1
                            || (e.level() == most && late.get().raised() == most)
                    ? null
                    : "a level that is raised again";
        }
        if (event instanceof ObligationResumed e) {
            return resumed(chart.obligations().get(e.key()).orElseThrow(), e);
        }
        if (event instanceof AnswerIntended e && e.answer() instanceof Answer.Accept) {
            return accepting(chart, e.number());
        }
        if (event instanceof MemberLeft) {
            return left(after);
        }
        if (event instanceof HolderChanged e && e.key().kind().equals(Kinds.ACTION)) {
            return moving(before.record().chart(), chart, all, e);
        }
        return null;
    }

    private static String resumed(Obligation o, ObligationResumed e) {
        Duration left = Duration.between(o.suspendedAt().orElse(e.at()), o.due());
        Duration most = left.compareTo(o.least()) < 0 ? o.least() : left;
        return Duration.between(e.at(), e.due()).compareTo(most) > 0
                ? "a clock that resumes with more than was left"
                : null;
    }

    private static String accepting(Chart chart, int number) {
        Offer offer = chart.handoffs()
                .get(Cast.HANDOFF)
                .orElseThrow()
                .offers()
                .get(number)
                .orElseThrow();
        if (offer.state() instanceof OfferState.Proposed p && !p.isReady()) {
            return "an acceptance before agreement and preconditions";
        }
        for (Code flag : FLAGS) {
            boolean raised = chart.evidence().isRaised(flag);
            int version = chart.evidence().flag(flag).map(f -> f.version()).orElse(0);
            boolean covered = chart.evidence().approvals().stream()
                    .anyMatch(a -> a.covers().stream().anyMatch(c -> c.code().equals(flag) && c.version() >= version));
            if (raised && !covered) {
                return "an acceptance on an approval that is older than the flag";
            }
        }
        return null;
    }

    /** The action passes by an acceptance of the one who was asked, by a way back, or inside one organization. */
    private static String moving(Chart before, Chart chart, List<Entry> all, HolderChanged e) {
        Holder from = chart.obligations().get(e.key()).orElseThrow().holder();
        if (from.organization().equals(e.to().organization())) {
            return null;
        }
        boolean accepted = all.stream()
                .map(Entry::event)
                .anyMatch(a -> a instanceof AnswerGiven g
                        && g.answer() instanceof Answer.Accept
                        && g.moves()
                        && g.by().sameRole(e.to())
                        && before.handoffs().get(Cast.HANDOFF).stream()
                                .flatMap(t -> t.offers().get(g.number()).stream())
                                .anyMatch(o -> o.isLive() && o.kind() == OfferKind.FIRM && o.to().sameRole(g.by())));
        boolean back = all.stream()
                .map(Entry::event)
                .anyMatch(a -> a instanceof CourseTaken c
                        && (c.course() == Course.OFFERING || c.course() == Course.VALIDATING));
        return accepted || back ? null : "ownership moves without a current acceptance";
    }

    /** An answer to a question counts for the offer whose question it was. */
    static String heard(House before, House after, Server server) {
        for (Offer offer : after.talks().map(t -> t.offers().values()).orElse(List.of())) {
            int known = before.talks()
                    .flatMap(t -> t.offers().get(offer.number()))
                    .map(o -> o.clarified().size())
                    .orElse(0);
            if (offer.clarified().size() > known && !server.hasAnswerTo("offer-" + offer.number() + "-")) {
                return "an answer to a question of another offer";
            }
        }
        return null;
    }

    private static String dues(Chart before, List<Entry> entries, Chart after) {
        for (Obligation o : before.obligations().open()) {
            Optional<Instant> due = after.obligations().get(o.key()).map(Obligation::due);
            boolean resumed = entries.stream()
                    .anyMatch(e ->
                            e.event() instanceof ObligationResumed r && r.key().equals(o.key()));
            if (!resumed && due.filter(d -> !d.equals(o.due())).isPresent()) {
                return "a clock that begins anew";
            }
        }
        long twice = entries.stream()
                .map(Entry::event)
                .filter(ObligationOpened.class::isInstance)
                .map(e -> ((ObligationOpened) e).key())
                .filter(k -> before.obligations().isOpen(k))
                .count();
        return twice > 0 ? "an obligation that is opened twice" : null;
    }
}
