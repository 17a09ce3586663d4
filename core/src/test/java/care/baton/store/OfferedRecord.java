package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.evidence.EvidenceEvent;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.handoff.HandoffEvent.OfferWithdrawn;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.Rulebook;
import care.baton.store.RecordStore.Stored;
import care.baton.time.Stamp;
import java.util.List;
import java.util.stream.Collectors;

/** A stored record with one firm offer that waits for its answer, and what a host does when somebody says a word to it. */
final class OfferedRecord {

    static final RecordId ID = RecordId.of("offered");
    static final Holder ANNA = Cast.INTAKE;
    static final Holder BEN = Holder.of(Cast.AGENCY, Code.of("intake"), PersonId.of("intake-2"));

    private static final Code RUN = Code.of("run-1");
    private static final HandoffId HOME = HandoffId.of("handoff-1");
    private static final Ask ASK = Ask.of(Code.of("home-care"), Cast.CLIENT);
    private static final Rulebook RULES = Cast.rules();
    private static final List<Entry> OFFERED = offered();

    private final RecordStore store;

    OfferedRecord(RecordStore store) {
        this.store = store;
        if (store.append(ID, 0, OFFERED) != Stored.STORED) {
            throw new IllegalStateException("not empty");
        }
    }

    String accept(Holder by, String command) {
        return told(by, command, new AnswerOffer(1, ASK.digest(), new Answer.Accept()));
    }

    String withdraw(String command) {
        return told(Cast.MANAGER, command, new WithdrawOffer(1, Code.of("other-found")));
    }

    /** Who has it: the role, and how many offers were accepted and how many withdrawn. */
    String owner() {
        CoordinationRecord record = CoordinationRecord.replay(ID, store.load(ID));
        return record.work()
                .ownerAt(HOME, record.recordedAt().orElseThrow())
                .map(owner -> owner.role() + "/" + owner.person().map(PersonId::value))
                .orElse("nobody");
    }

    /** What the host hears, after looking again as often as somebody else was first. */
    private String told(Holder by, String command, HandoffCommand asked) {
        while (true) {
            List<Entry> loaded = store.load(ID);
            Outcome<CoordinationRecord, Entry> outcome = CoordinationRecord.replay(ID, loaded)
                    .decide(new InHandoff(HOME, RUN, asked), act(by, command), Race.salt(command), RULES);
            List<Entry> added = outcome.fold(Applied::events, refused -> List.of());
            if (added.isEmpty() || store.append(ID, loaded.size(), added) == Stored.STORED) {
                return outcome.isApplied() ? happened(added) : refused(outcome);
            }
        }
    }

    private static String refused(Outcome<?, ?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String happened(List<Entry> added) {
        return added.stream()
                .map(Entry::event)
                .filter(event -> event instanceof AnswerGiven
                        || event instanceof AnswerSetAside
                        || event instanceof OfferWithdrawn
                        || event instanceof EvidenceEvent)
                .map(event -> event instanceof AnswerSetAside aside
                        ? "set aside: " + aside.reason()
                        : event.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }

    private static List<Entry> offered() {
        CoordinationRecord record = CoordinationRecord.of(ID);
        List<RecordCommand> commands = List.of(
                new OpenRecord(
                        Cast.OFFICE,
                        Cast.CLIENT,
                        List.of(
                                new JoinTeam(Cast.MANAGER, OrganizationKind.CASE_MANAGEMENT, List.of()),
                                new JoinTeam(Cast.SUPERVISOR, OrganizationKind.CASE_MANAGEMENT, List.of()),
                                new JoinTeam(Cast.AUTHORIZER, OrganizationKind.PAYER, List.of()),
                                new JoinTeam(Cast.PERSON, OrganizationKind.PERSON_AND_FAMILY, List.of()),
                                new JoinTeam(Cast.INTAKE, OrganizationKind.HOME_CARE_PROVIDER, List.of())),
                        List.of()),
                new OpenRun(RUN, Code.of("after-hospital"), 1),
                new RecordFact(Code.of("discharge-date"), Sensitive.of("friday"), Code.of("chart"), Grade.CONFIRMED),
                new InHandoff(HOME, RUN, OfferHandoff.firm(Cast.INTAKE, ASK)));
        for (int i = 0; i < commands.size(); i++) {
            String id = "given-" + i;
            record = record.decide(commands.get(i), act(Cast.MANAGER, id), Race.salt(id), RULES)
                    .orThrow()
                    .state();
        }
        return record.ledger().entries().toList();
    }

    private static Act act(Holder by, String command) {
        return Act.of(CommandId.of(command), by, Stamp.at(Cast.START));
    }
}
