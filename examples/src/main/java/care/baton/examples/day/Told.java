package care.baton.examples.day;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Message;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Proceedings;
import care.baton.handoff.Shown;
import care.baton.outcome.Refusal;
import care.baton.outcome.Sentences;
import care.baton.party.Holder;
import care.baton.record.CoordinationRecord;
import care.baton.record.WorkItem;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is printed while the day goes on, in plain words: who holds what, what blocks it and who can clear it. */
public final class Told {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT);

    private final PrintStream out;

    /**
     * Prints here.
     *
     * @param out where to
     */
    public Told(PrintStream out) {
        this.out = out;
    }

    void hour(DayClock clock, String what) {
        out.println();
        out.println(time(clock.now()) + "  " + what);
    }

    void line(String what) {
        out.println("    " + what);
    }

    void holds(CoordinationRecord record, Instant now) {
        Negotiation talks = record.chart().handoffs().get(Day.HANDOFF).orElseThrow();
        String shown = talks.current()
                .map(o -> Shown.of(o, new Proceedings(talks, record.chart().obligations()), now))
                .map(s -> s.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("nothing offered");
        Optional<Holder> owner = record.work().ownerAt(Day.HANDOFF, now);
        line("offer: " + shown + "; held by " + owner.map(Told::name).orElse("nobody"));
        for (WorkItem item : record.work().list(now)) {
            boolean talk = item.key().cause().equals(Day.HANDOFF.value())
                    && !item.key().kind().equals(Kinds.ACTION);
            if (talk) {
                line("  " + name(item.holder()) + " owes " + item.key().kind() + " by " + time(item.due())
                        + (item.blockedBy().isEmpty() ? "" : ", waits for " + item.blockedBy()));
            }
        }
    }

    void late(CoordinationRecord record, Instant now) {
        for (WorkItem item : record.work().list(now)) {
            if (item.raised() > 0) {
                line("late: " + item.key().kind() + ", still held by " + name(item.holder()));
            }
            if (item.key().kind().value().equals("escalation")) {
                line("  heard by " + name(item.holder()) + ", who acts by " + time(item.due()));
            }
        }
    }

    void blocked(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            line("nothing stands in the way now");
        }
        refusals.forEach(r -> line("blocked: " + Sentences.english().of(r)));
    }

    void refused(List<Refusal> refusals) {
        refusals.forEach(r -> line("refused: " + Sentences.english().of(r)));
    }

    /** What a person has to look at, by codes and names of elements: never in the partner's own words. */
    void noticed(Absorbed absorbed) {
        for (MappingIssue issue : absorbed.issues()) {
            if (issue.severity() != MappingIssue.Severity.INFORMATION) {
                String where = issue.path().isEmpty() ? "" : " (" + issue.path() + ")";
                line("look at this: " + issue.code().value().replace('-', ' ') + where);
            }
        }
        absorbed.refusals()
                .forEach(r -> line("the record does not take what was read: "
                        + Sentences.english().of(r)));
    }

    /** That there is a message, and where: its words are for the one who has to read them. */
    void message(Message message) {
        line("the hospital answered " + message.about().part() + " in Communication/" + message.id());
    }

    static String name(Holder holder) {
        return holder.role().value().replace('-', ' ') + " ("
                + holder.organization().value() + ")";
    }

    static String time(Instant instant) {
        return HOUR.format(ZonedDateTime.ofInstant(instant, DayClock.ZONE));
    }
}
