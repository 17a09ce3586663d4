package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.ConsentCommand;
import care.baton.disclosure.DisclosureCommand;
import care.baton.evidence.Described;
import care.baton.evidence.Entry;
import care.baton.handoff.HandoffCommand;
import care.baton.json.AnyRecord;
import care.baton.note.ContactCommand;
import care.baton.note.NoteCommand;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.plan.PlanCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.risk.RiskCommand;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that there is is decided: done with events, or refused; none is passed over in silence. */
class DispatchTest {

    private static final int DRAWS = 40;

    private final CoordinationRecord record = HomeStart.run()
            .given(HomeStart.NURSE, HomeStart.says(HomeStart.ROUTINES))
            .record();
    private final CoordinationRecord offered = HomeStart.run()
            .given(HomeStart.NURSE, HomeStart.says(HomeStart.ROUTINES))
            .given(HomeStart.PLANNER, HomeStart.offer(HomeStart.INTAKE))
            .record();

    private final CoordinationRecord noted = HomeNotes.released().record();
    private final CoordinationRecord planned = HomePlans.active().record();

    static Stream<Class<?>> ofARecord() {
        return Described.family(RecordCommand.class).stream().map(Described::type);
    }

    static Stream<Class<?>> ofAHandoff() {
        return Stream.of(HandoffCommand.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> onSharing() {
        return Stream.of(ConsentCommand.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> ofANote() {
        return Stream.of(NoteCommand.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> ofAPlan() {
        return Stream.of(PlanCommand.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> onContacts() {
        return Stream.of(ContactCommand.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> onDisclosure() {
        return Stream.of(DisclosureCommand.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("onDisclosure")
    void noCommandOnDisclosureIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            DisclosureCommand drawn = (DisclosureCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(noted, new OnDisclosure(drawn), Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ofANote")
    void noCommandToANoteIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            NoteCommand drawn = (NoteCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(noted, new InNote(HomeNotes.CHANGE, drawn), Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ofAPlan")
    void noCommandToAPlanIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            PlanCommand drawn = (PlanCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(planned, new InPlan(HomePlans.PLAN, drawn), Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("onContacts")
    void noCommandOnContactsIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            ContactCommand drawn = (ContactCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(noted, new OnContact(drawn), Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    static Stream<Class<?>> onRisks() {
        return Stream.of(RiskCommand.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("onRisks")
    void noCommandOnRisksIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            RiskCommand drawn = (RiskCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(noted, new OnRisk(HomeStart.RUN, drawn), Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("onSharing")
    void noCommandOnSharingIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            ConsentCommand drawn = (ConsentCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(record, new OnSharing(drawn), Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ofARecord")
    void noCommandToARecordIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        Duration later = command == AdvanceTime.class ? Duration.ofDays(30) : Duration.ZERO;
        for (int i = 0; i < DRAWS; i++) {
            RecordCommand drawn = (RecordCommand) AnyRecord.of(Described.of(command), random);
            assertThat(isDecided(decided(record, drawn, later)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ofAHandoff")
    void noCommandToAHandoffIsPassedOver(Class<?> command) {
        SplittableRandom random = new SplittableRandom(command.getName().length());
        for (int i = 0; i < DRAWS; i++) {
            HandoffCommand drawn = (HandoffCommand) AnyRecord.of(Described.of(command), random);
            InHandoff asked = new InHandoff(HomeStart.HANDOFF, HomeStart.RUN, drawn);
            assertThat(isDecided(decided(offered, asked, Duration.ZERO)))
                    .as(command.getSimpleName())
                    .isTrue();
        }
    }

    private static Outcome<CoordinationRecord, Entry> decided(
            CoordinationRecord record, RecordCommand command, Duration later) {
        Act act = Act.of(CommandId.of("drawn"), HomeStart.PLANNER, Stamp.at(HomeStart.START.plus(later)));
        return record.decide(command, act, RecordWalk.salt(1), HomeStart.rules());
    }

    private static boolean isDecided(Outcome<CoordinationRecord, Entry> outcome) {
        return !outcome.refusals().isEmpty()
                || !outcome.fold(done -> done.events(), no -> List.<Entry>of()).isEmpty();
    }
}
