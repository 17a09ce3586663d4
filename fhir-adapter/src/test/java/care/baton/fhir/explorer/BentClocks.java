package care.baton.fhir.explorer;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.CourseTaken;
import care.baton.handoff.Kinds;
import care.baton.obligation.Obligation;
import care.baton.obligation.ObligationEvent.DueMoved;
import care.baton.obligation.ObligationEvent.HolderChanged;
import care.baton.obligation.ObligationEvent.LevelRaised;
import care.baton.obligation.ObligationEvent.ObligationResumed;
import care.baton.obligation.ObligationEvent.ObligationSuspended;
import care.baton.outcome.Code;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.Holder;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Step functions that lose what is owed, by whom or by when. */
final class BentClocks {

    private static final Code BENT = Code.of("bent");

    private BentClocks() {}

    private interface Bending {
        List<Event> bend(House before, List<Event> made);
    }

    private static Conduct bending(Rulebook rules, Bending how) {
        return new Conduct(rules) {
            @Override
            List<Event> events(Seat seat, House before, List<Event> made) {
                return how.bend(before, made);
            }
        };
    }

    private static DueMoved anew(Obligation o, Instant now) {
        Instant due = now.plus(Duration.ofDays(9));
        return new DueMoved(o.key(), due, due, BENT);
    }

    static Conduct duplicateOfferNewClock(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House poll(Seat seat, House house, Server server) {
                House after = super.poll(seat, house, server);
                boolean known = !seat.sends()
                        && house.talks().isPresent()
                        && !server.tasks().isEmpty()
                        && Server.saysOpen(server.tasks().get(0));
                return known
                        ? Bend.response(house)
                                .map(o -> Bend.forged(this, after, seat.own(), anew(o, house.now())))
                                .orElse(after)
                        : after;
            }
        };
    }

    static Conduct clockRunsDuringClarification(Rulebook rules) {
        return bending(rules, (before, made) -> Bend.without(made, ObligationSuspended.class));
    }

    static Conduct resumesWithAFreshWindow(Rulebook rules) {
        return bending(
                rules,
                (before, made) -> !Bend.has(made, ObligationResumed.class)
                        ? made
                        : made.stream()
                                .map(e -> e instanceof ObligationResumed r
                                        ? new ObligationResumed(
                                                r.key(),
                                                r.by(),
                                                r.at(),
                                                r.at().plus(Duration.ofDays(9)),
                                                r.at().plus(Duration.ofDays(9)))
                                        : e)
                                .toList());
    }

    static Conduct nobodyOwesTheFinalAnswer(Rulebook rules) {
        return bending(rules, (before, made) -> Bend.without(made, ObligationResumed.class));
    }

    static Conduct reassignmentRestartsTheClock(Rulebook rules) {
        return bending(
                rules,
                (before, made) -> made.stream()
                        .filter(e ->
                                e instanceof HolderChanged c && c.key().kind().equals(Kinds.RESPONSE))
                        .findFirst()
                        .flatMap(e -> Bend.response(before))
                        .map(o -> Bend.and(made, anew(o, before.now())))
                        .orElse(made));
    }

    static Conduct giveBackLeavesNobody(Rulebook rules) {
        return bending(
                rules,
                (before, made) ->
                        made.stream().anyMatch(e -> e instanceof CourseTaken c && c.course() == Course.GIVING_BACK)
                                ? Bend.and(made, Bend.passes(before, Cast.SENDER))
                                : made);
    }

    static Conduct roleEmptied(Rulebook rules) {
        return bending(
                rules,
                (before, made) -> Bend.has(made, MemberLeft.class)
                        ? made.stream().filter(MemberLeft.class::isInstance).toList()
                        : made);
    }

    /** After a restart it is forgotten that a level had been raised. */
    static Conduct escalatesAgainAfterRestart(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House tick(Seat seat, House house) {
                House after = super.tick(seat, house);
                List<Event> forgotten = house.record().ledger().entries().toList().stream()
                        .map(Entry::event)
                        .filter(e -> e instanceof LevelRaised l
                                && house.record().chart().obligations().isOpen(l.key()))
                        .limit(1)
                        .toList();
                return forgotten.isEmpty() ? after : Bend.forged(this, after, seat.own(), forgotten.get(0));
            }
        };
    }

    /** What has been discharged stays on the calendar. */
    static Conduct escalatesAfterDischarge(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House tick(Seat seat, House house) {
                House after = super.tick(seat, house);
                Optional<Obligation> done = house.record().chart().obligations().ended().stream()
                        .filter(o -> o.key().kind().equals(Kinds.RESPONSE))
                        .findFirst();
                return done.map(o -> Bend.forged(this, after, seat.own(), late(o, after)))
                        .orElse(after);
            }
        };
    }

    private static LevelRaised late(Obligation o, House house) {
        return new LevelRaised(o.key(), 1, house.now(), 1, house.now().plusSeconds(60));
    }

    /** An approval counts whatever warning came after it. */
    static Conduct olderApprovalCounts(Rulebook rules) {
        return new Conduct(rules) {
            @Override
            House decide(Seat seat, House house, Holder by, RecordCommand asked) {
                House after = super.decide(seat, house, by, asked);
                boolean approved =
                        !house.record().chart().evidence().approvals().isEmpty();
                if (after != house || !Bend.accepts(asked) || !approved) {
                    return after;
                }
                House earlier = house.with(withoutLastFlag(house.record()));
                House there = super.decide(seat, earlier, by, asked);
                List<Event> made = Forged.since(earlier.record(), there.record()).stream()
                        .map(Entry::event)
                        .toList();
                return made.isEmpty() ? house : Bend.forged(this, house, by, made.toArray(Event[]::new));
            }
        };
    }

    private static CoordinationRecord withoutLastFlag(CoordinationRecord record) {
        List<Entry> kept = new ArrayList<>(record.ledger().entries().toList());
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).event() instanceof FlagRaised) {
                kept.remove(i);
                break;
            }
        }
        return CoordinationRecord.replay(record.id(), kept);
    }
}
