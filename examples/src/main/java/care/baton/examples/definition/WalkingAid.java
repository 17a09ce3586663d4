package care.baton.examples.definition;

import care.baton.consent.Purpose;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Covered;
import care.baton.evidence.Grade;
import care.baton.examples.Host;
import care.baton.handoff.Answer.Accept;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.json.Json;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.outcome.Sentences;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.Audit;
import care.baton.record.Keys;
import care.baton.record.Move;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.ClearFlag;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.GrantWaiver;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.MoveRun;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.Rulebook;
import care.baton.record.WorkItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A pathway of a host's own, from its text to a record that runs by it and is moved to its next version. */
public final class WalkingAid {

    private static final Code RUN = Code.of("run-1");
    private static final HandoffId LOAN = HandoffId.of("loan-1");
    private static final PersonId WHO = PersonId.of("person-1");
    private static final Holder NURSE = Host.seat("clinic", "clinic-nurse");
    private static final Holder LEAD = Host.seat("clinic", "clinic-lead");
    private static final Holder DESK = Host.seat("loan-house", "loan-desk");
    private static final Holder PERSON = Holder.of(OrganizationId.of("household"), Code.of("person"), WHO);

    private final Host host;

    private WalkingAid(Host host) {
        this.host = host;
    }

    /**
     * Prints what is refused, what runs, and what another version would change.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        String text = text();
        // <read>
        Pathway first = Json.readDefinition(Pathway.class, text).orThrow();
        // </read>
        refused(text);
        // <next>
        String longer = text.replace("\"version\": 1,", "\"version\": 2,")
                .replace("\"longest\": \"PT72H\"", "\"longest\": \"PT24H\"")
                .replace(
                        "\"respondWithin\": {\"type\": \"business-days\", \"days\": 1}",
                        "\"respondWithin\": {\"type\": \"business-days\", \"days\": 2}");
        Pathway second = Json.readDefinition(Pathway.class, longer).orThrow();
        Rulebook rules = new Rulebook(List.of(first, second), Host.calendar());
        // </next>
        WalkingAid aid = new WalkingAid(new Host(rules, Instant.parse("2026-03-02T08:00:00Z")));
        aid.runs(first);
        aid.moves(second);
        aid.ends();
        aid.reads(rules);
    }

    private static void refused(String text) {
        // <refused>
        String broken = text.replace("\"owner\": \"loan-desk\"", "\"owner\": \"loan-dek\"")
                .replace("\"ladder\": \"clinic\",\n      \"reviewer\"", "\"ladder\": \"hospital\",\n      \"reviewer\"")
                .replace("\"role\": \"loan-desk\",", "\"role\": \"clinic-lead\",")
                .replace("\"holds\": {\"type\": \"deadline\"}", "\"holds\": {\"type\": \"role\"}");
        for (Refusal fault : Json.readDefinition(Pathway.class, broken).refusals()) {
            System.out.println(fault.code() + ": " + Sentences.english().of(fault));
        }
        // </refused>
    }

    private void runs(Pathway pathway) {
        // <run>
        host.asks(NURSE, new OpenRecord(NURSE.organization(), WHO, team(), List.of()));
        host.asks(NURSE, new OpenRun(RUN, pathway.id(), pathway.version()));
        host.asks(NURSE, says("kind-of-aid", "walker"));
        host.asks(NURSE, new OpenRun(RUN, pathway.id(), pathway.version()));
        host.asks(NURSE, says("kind-of-aid", "scooter"));
        host.asks(NURSE, new RaiseFlag(Code.of("unsafe-home")));
        host.asks(NURSE, new InHandoff(LOAN, RUN, OfferHandoff.firm(DESK, ask())));
        host.asks(LEAD, new Approve(Code.of("safety-approval"), List.of(new Covered(Code.of("unsafe-home"), 1))));
        host.asks(
                LEAD,
                new GrantWaiver(
                        RUN,
                        Code.of("home-measured"),
                        Code.of("person-away"),
                        host.now().plus(Duration.ofDays(2))));
        host.asks(NURSE, new InHandoff(LOAN, RUN, OfferHandoff.firm(DESK, ask())));
        host.asks(DESK, new InHandoff(LOAN, RUN, new AnswerOffer(1, ask().digest(), new Accept())));
        host.asks(NURSE, new LeaveStage(RUN));
        for (WorkItem item : host.record().work().list(host.now())) {
            System.out.println(item.key().kind() + " " + item.key().subject() + ": "
                    + item.holder().role() + " by " + item.due());
        }
        // </run>
    }

    private void moves(Pathway next) {
        // <move>
        Outcome<Move, ?> asked = host.record().moving(RUN, next.version(), host.act(LEAD), host.rules());
        Move move = asked.orThrow().state();
        move.changes().forEach(change -> System.out.println(change.path() + " " + change.what()));
        host.asks(LEAD, new MoveRun(RUN, next.version(), move.digest(), Code.of("new-contract")));
        // </move>
    }

    private void ends() {
        // <end>
        host.until(Instant.parse("2026-03-04T08:00:00Z"));
        host.asks(DESK, new InHandoff(LOAN, RUN, new StartAction()));
        host.asks(PERSON, says("home-measured", "door 74 cm"));
        host.asks(DESK, new InHandoff(LOAN, RUN, new StartAction()));
        host.asks(DESK, new Fulfil(Keys.duty(RUN, Code.of("deliver-aid"))));
        host.asks(DESK, says("delivery", "brought upstairs"));
        host.asks(DESK, new Fulfil(Keys.duty(RUN, Code.of("deliver-aid"))));
        host.asks(DESK, says("loan-ends", "2026-03-20"));
        host.asks(DESK, says("loan-ends", "2026-03-20T08:00:00Z"));
        host.asks(DESK, new InHandoff(LOAN, RUN, new CompleteAction(List.of(handedOver()))));
        host.asks(NURSE, new InHandoff(LOAN, RUN, new ValidateCompletion()));
        host.asks(DESK, new LeaveStage(RUN));
        host.asks(NURSE, says("aid-in-use", "daily"));
        host.asks(LEAD, new ClearFlag(Code.of("unsafe-home"), Code.of("rails-fitted")));
        host.asks(
                NURSE,
                TakeDecision.builder()
                        .run(RUN)
                        .topic(Code.of("kind-of-aid"))
                        .decision(Code.of("walker"))
                        .note(Sensitive.none())
                        .build());
        host.asks(LEAD, new ValidateOutcome(RUN));
        host.asks(NURSE, new CloseRun(RUN));
        worksOff();
        host.until(Instant.parse("2026-03-20T08:00:00Z"));
        worksOff();
        host.asks(NURSE, new CloseRun(RUN));
        // </end>
    }

    // <owed>
    private void worksOff() {
        Instant nextWeek = host.now().plus(Duration.ofDays(7));
        for (WorkItem item : host.record().work().list(host.now())) {
            if (item.holder().sameRole(NURSE) && item.due().isBefore(nextWeek)) {
                System.out.println(item.key().kind() + " " + item.key().subject());
                host.asks(NURSE, new Fulfil(item.key()));
            }
        }
    }
    // </owed>

    private void reads(Rulebook rules) {
        // <reads>
        Viewer office = new Viewer(Holder.of(OrganizationId.of("insurer"), Code.of("aids-office")), Purpose.PAYMENT);
        View view = host.record().view(office, host.now(), rules).orElseThrow();
        System.out.println(view.facts().size() + " facts, " + view.actions().size() + " actions");
        System.out.println(Audit.of(host.record().ledger().entries().toList(), rules.pathways()));
        // </reads>
    }

    private static Input handedOver() {
        return new Input(Code.of("handed-over"), Sensitive.of("signed for"));
    }

    private static Ask ask() {
        return Ask.of(Code.of("walking-aid"), WHO);
    }

    private static RecordFact says(String field, String value) {
        return new RecordFact(Code.of(field), Sensitive.of(value), Code.of("clinic-record"), Grade.RECORDED);
    }

    private static List<JoinTeam> team() {
        return List.of(
                new JoinTeam(NURSE, OrganizationKind.CLINIC, List.of()),
                new JoinTeam(LEAD, OrganizationKind.CLINIC, List.of()),
                new JoinTeam(DESK, OrganizationKind.VENDOR, List.of()),
                new JoinTeam(PERSON, OrganizationKind.PERSON_AND_FAMILY, List.of()));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(WalkingAid.class.getResourceAsStream("walking-aid.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
