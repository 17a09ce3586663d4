package care.baton.examples.day;

import care.baton.evidence.Integrity;
import care.baton.examples.hospital.HospitalStaff;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.record.Cause;
import care.baton.record.CauseRules;
import care.baton.record.CauseRules.On;
import care.baton.record.CoordinationRecord;
import care.baton.record.Moment;
import care.baton.record.Rulebook;
import care.baton.record.Wait;
import care.baton.record.Waiting;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Task;

/** What the day ends with: the timeline, whose time the waiting was, the ledger's verification, and each side's view. */
final class Report {

    /** What the provider and the hospital have agreed to count as which cause; what nothing speaks of is undetermined. */
    private static final CauseRules CAUSES = CauseRules.standard()
            .with(On.KIND, Code.of("test-staffing"), Cause.PROVIDER_CAPACITY)
            .with(On.KIND, Code.of("decide-authorization"), Cause.AUTHORIZATION_TIMING);

    private final CoordinationRecord record;
    private final Rulebook rules;
    private final Instant now;
    private final HospitalStaff hospital;
    private final PrintStream out;

    Report(CoordinationRecord record, Rulebook rules, Instant now, HospitalStaff hospital, PrintStream out) {
        this.record = record;
        this.rules = rules;
        this.now = now;
        this.hospital = hospital;
        this.out = out;
    }

    void print() {
        timeline();
        waiting();
        ledger();
        hospital();
    }

    private void timeline() {
        out.println();
        out.println("Timeline of the handoff");
        Key action = Key.of(Day.HANDOFF.value(), Kinds.ACTION, "whole");
        for (Moment moment : record.timeline().of(action)) {
            out.println("    " + Told.time(moment.at()) + "  "
                    + moment.what().value().replace('-', ' ') + ", by " + Told.name(moment.by())
                    + moment.to()
                            .map(to -> then(moment.aspect()) + Told.name(to))
                            .orElse(""));
        }
    }

    /** An offer is shown to somebody; only a change of responsibility says who holds it from then on. */
    private static String then(Moment.Aspect aspect) {
        return switch (aspect) {
            case RESPONSIBILITY -> "; held from then on by ";
            case ESCALATION -> "; heard by ";
            case DOCUMENTATION, CLOSURE -> ", to ";
        };
    }

    private void waiting() {
        Waiting waiting = record.waiting(Day.RUN, now, rules, CAUSES).orElseThrow();
        out.println();
        out.println("Whose time it was, of " + length(waiting.elapsed()) + " in all");
        Map<String, Duration> parties = new TreeMap<>();
        for (Wait wait : waiting.pieces()) {
            parties.merge(wait.holder().map(Told::name).orElse("exchange"), wait.length(), Duration::plus);
        }
        parties.forEach((party, time) -> out.println("    " + length(time) + "  " + party));
        out.println("    " + length(sum(parties)) + "  the sum over the parties");
        Map<String, Duration> causes = new TreeMap<>();
        for (Cause cause : Cause.values()) {
            Duration time = waiting.because(cause);
            if (!time.isZero()) {
                causes.put(cause.code().value().replace('-', ' '), time);
            }
        }
        causes.forEach((cause, time) -> out.println("    " + length(time) + "  " + cause));
        out.println("    " + length(sum(causes)) + "  the sum over the causes");
    }

    private static Duration sum(Map<String, Duration> times) {
        return times.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private void ledger() {
        Integrity integrity = record.ledger().verify();
        out.println();
        out.println("Ledger: " + record.ledger().size() + " entries, "
                + (integrity.isIntact() ? "intact" : integrity.toString()) + ", head "
                + record.ledger().head().digest().hex().substring(0, 16));
    }

    private void hospital() {
        Task task = hospital.task();
        out.println();
        out.println("What the hospital's own client sees");
        out.println("    Task: " + task.getStatus().toCode() + ", "
                + task.getBusinessStatus().getText() + ", version "
                + task.getMeta().getVersionId() + ", " + task.getOutput().size() + " result");
        out.println("    ServiceRequest: " + hospital.request().getStatus().toCode());
        out.println();
        out.println("What the provider's record says");
        out.println("    held by: "
                + record.work()
                        .ownerAt(Day.HANDOFF, now)
                        .map(Report::holder)
                        .orElse("nobody: it is done and confirmed"));
    }

    private static String holder(Holder holder) {
        return Told.name(holder);
    }

    private static String length(Duration time) {
        return String.format(Locale.ROOT, "%3d h %02d min", time.toHours(), time.toMinutesPart());
    }
}
