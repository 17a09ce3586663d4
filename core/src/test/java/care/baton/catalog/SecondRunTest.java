package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.note.Addressee;
import care.baton.note.CoordinationNote;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.Item;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.InNote;
import care.baton.record.Keys;
import care.baton.record.ProofAudit;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A second run of the same pathway is proven by what was said since the first was closed. */
class SecondRunTest {

    private static final Code SECOND = Code.of("run-2");

    private final MedicationChangeTest road = new MedicationChangeTest();

    @Test
    @Requirement({"TRN-02", "AUD-01"})
    void itIsNotOpenedWithWhatTheFirstWasOpenedWith() {
        Scene scene = closed();
        assertThat(told(scene.refusals("supervisor", new OpenRun(SECOND, MedicationChange.ID, 1))))
                .containsExactly("FIELD_MISSING medication-change [supervisor, nurse-consultant]");

        scene.says("supervisor", "medication-change").does("supervisor", new OpenRun(SECOND, MedicationChange.ID, 1));
        for (String step : List.of("confirm-instruction", "check-first-visit", "check-second-visit")) {
            assertThat(scene.refusals("supervisor", new Fulfil(Keys.duty(SECOND, Code.of(step)))))
                    .isNotEmpty();
        }
    }

    @Test
    @Requirement("AUD-01")
    void theAuditNamesWhatOnlyTheFirstHadWhereAListSaysThatTheSecondClosed() {
        Scene scene = closed();
        List<Entry> entries = scene.record().ledger().entries().toList();
        List<Entry> both = new ArrayList<>(entries);
        entries.stream()
                .filter(e -> e.event() instanceof RunOpened || e.event() instanceof RunClosed)
                .map(SecondRunTest::again)
                .forEach(both::add);

        assertThat(ProofAudit.of(entries, List.of(road.pathway))).isEmpty();
        assertThat(ProofAudit.of(both, List.of(road.pathway)))
                .isNotEmpty()
                .allMatch(finding -> finding.run().equals(SECOND));
    }

    @Test
    @Requirement("TRN-04")
    void whoHasToBeToldForAStepOfTheSecondIsNobodyOfTheFirst() {
        Code step = Code.of("notify-assigned-staff");
        Scene scene = road.at(0);
        scene.does("supervisor", new InNote(Code.of("first"), new WriteNote(RUN, note(step, "scheduler"))))
                .does("supervisor", new OpenRun(SECOND, MedicationChange.ID, 1))
                .does(
                        "supervisor",
                        new InNote(Code.of("second"), new WriteNote(SECOND, note(step, "program-manager"))));

        assertThat(scene.record().notes().deliveries(SECOND, step))
                .extracting(delivery -> delivery.recipient().role().value())
                .containsExactly("program-manager");
    }

    private Scene closed() {
        return road.validated().does("supervisor", new CloseRun(RUN)).later(Duration.ofDays(7));
    }

    private static Entry again(Entry entry) {
        Event event = entry.event() instanceof RunOpened opened
                ? new RunOpened(SECOND, opened.pathway(), opened.version(), opened.hash())
                : new RunClosed(SECOND, ((RunClosed) entry.event()).at());
        return new Entry(
                entry.sequence(),
                entry.act(),
                event,
                entry.unread(),
                entry.carried(),
                entry.salt(),
                entry.command(),
                entry.chain());
    }

    private static CoordinationNote note(Code step, String to) {
        return CoordinationNote.builder()
                .change(Sensitive.of("change"))
                .impact(Sensitive.of("impact"))
                .priorities(Sensitive.of("priorities"))
                .focus(Focus.RISK)
                .addInformation(new Item(Code.of("guidance"), Item.Kind.GENERAL, Sensitive.of("words")))
                .decision(new Stated.Nothing())
                .addRecipients(Addressee.told(Scene.seat(to), Scene.seat("supervisor")))
                .escalation(new EscalationNeed(false, Code.of("stable")))
                .supports(step)
                .build();
    }
}
