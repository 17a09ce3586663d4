package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.obligation.Charge;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.obligation.Waited;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whose time a run took and why: the walk back, then what the other system's clock claims, then the coded reasons. */
final class Attribution {

    private final CoordinationRecord record;
    private final Code run;
    private final Passed passed;
    private final Kinship kin;

    Attribution(CoordinationRecord record, Code run) {
        this.record = record;
        this.run = run;
        this.passed = new Passed(run, record.ledger().entries());
        this.kin = new Kinship(record.chart(), run);
    }

    Optional<Waiting> at(Instant now, Rulebook rules, CauseRules causes) {
        return passed.began().map(began -> {
            Instant from = began.act().stamp().recordedAt();
            Optional<Instant> ended = passed.closed().filter(c -> !c.isAfter(now));
            Instant given = ended.orElse(now);
            Instant until = given.isBefore(from) ? from : given;
            Obligations owed = record.chart().obligations();
            List<Wait> walked =
                    new WalkBack(owed, kin, passed, rules, run, began.act().by(), from, until).pieces();
            List<Wait> read = new Claims(record, custodian(began)).cut(walked);
            List<Wait> pieces = new Reasons(run, record.ledger().entries()).explain(read, causes);
            return new Waiting(run, from, until, ended.isEmpty(), pieces, totals(pieces, from, until));
        });
    }

    private OrganizationId custodian(Entry began) {
        return record.chart().custodian().orElse(began.act().by().organization());
    }

    private List<PartyWait> totals(List<Wait> pieces, Instant from, Instant until) {
        SortedMap<Holder, Span> spans = new TreeMap<>();
        for (Obligation o : kin.all()) {
            if (Kinship.isWork(o)) {
                own(o, until).forEach(c -> add(spans, c.holder(), c.from(), c.until()));
            }
        }
        pieces.forEach(p -> p.holder().ifPresent(h -> add(spans, h, p.from(), p.until())));
        List<PartyWait> totals = new ArrayList<>();
        spans.forEach((party, span) ->
                totals.add(new PartyWait(party, span.within(from, until).length())));
        return totals;
    }

    /** What was owed and could be done: its own clock ran and nothing was awaited for it. */
    private List<Charge> own(Obligation o, Instant until) {
        Key key = o.key();
        Span awaited = new Span();
        kin.awaited(o)
                .forEach(other -> awaited.add(other.since(), other.endedAt().orElse(until)));
        return Waited.on(record.chart().obligations(), key, until).stream()
                .filter(c -> c.key().equals(key))
                .flatMap(c -> awaited.outside(c.from(), c.until()).stream()
                        .map(free -> new Charge(c.holder(), key, free.from(), free.until())))
                .toList();
    }

    private static void add(SortedMap<Holder, Span> spans, Holder holder, Instant from, Instant until) {
        spans.computeIfAbsent(holder.heldBy(Optional.empty()), h -> new Span()).add(from, until);
    }
}
