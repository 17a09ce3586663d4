package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.note.Addressee;
import care.baton.note.CoordinationNote;
import care.baton.note.Delivery;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.FollowUp;
import care.baton.note.Item;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.VisitId;
import care.baton.record.InNote;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.ReportVisit;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.Visit;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A medication change as it is shipped: five steps, four of them on the same day. */
class MedicationChangeTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | medication-change
            run      | owner     | program-manager
            run      | records   | supervisor
            run      | decides   | supervisor
            run      | escalates | program-manager
            run      | closes    | supervisor
            run      | validates | case-manager
            run      | review    | program-manager
            run      | by        | 03-09 11:00
            run      | again     | 03-16 11:00
            run      | ladder    | provider
            run      | receiver  | nurse-consultant
            ladder   | provider   | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            ladder   | medication | +0h supervisor 03-03 17:00 +4h program-manager 03-03 17:00
            stage    | change | supervisor | i-pass | medication-record | access-lead | 03-03 00:00 | medication
            field    | open   | medication-change | supervisor nurse-consultant | recorded | said | supervisor | 03-03 00:00
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            approval | accept | supervisor-approval | supervisor | medication-uncertainty incomplete-care-instructions
            duty     | confirm-instruction | supervisor | 03-03 00:00 | medication
            proof    | instruction | supervisor | confirmed | said
            duty     | update-visit-guidance | supervisor | 03-03 00:00 | medication
            proof    | visit-guidance | supervisor | recorded | said
            after    | confirm-instruction | supervisor
            duty     | notify-assigned-staff | supervisor | 03-03 00:00 | medication
            proof    | staff-notified | supervisor | recorded | said
            after    | update-visit-guidance | supervisor
            duty     | update-case-manager | supervisor | 03-03 00:00 | provider
            proof    | case-manager-update | supervisor | recorded | said
            after    | confirm-instruction | supervisor
            stage    | visits | supervisor | i-pass | visit-record | access-lead | 03-16 11:00 | provider
            field    | close  | person-impact | supervisor | recorded | said | supervisor | 03-04 17:00
            duty     | check-first-visit | supervisor | 03-09 11:00 | provider
            proof    | first-visit-check | supervisor | recorded | said
            duty     | check-second-visit | supervisor | 03-16 11:00 | provider
            proof    | second-visit-check | supervisor | recorded | said
            after    | check-first-visit | supervisor
            closure  | first-visit-check | supervisor | recorded | said
            closure  | second-visit-check | supervisor | recorded | said
            closure  | medication-outcome | supervisor | recorded | said
            topic    | visit-guidance | supervisor | guidance-not-followed
            topic    | clinical-guidance | nurse-consultant | health-declining
            topic    | support-plan | case-manager | plan-no-longer-fits
            topic    | service-recovery | program-manager | repeated-disruption
            """);

    MedicationChangeTest() {
        super(MedicationChange.sameDay(), OUTLINE);
    }

    @Test
    @Requirement({"TRN-02", "TRN-01"})
    void theSupervisorConfirmsTheInstructionOnTheSameDayWithEvidenceOfIt() {
        Scene scene = opened();
        assertThat(scene.owed("confirm-instruction", "duty").orElseThrow().holder())
                .isEqualTo(Scene.seat("supervisor").heldBy(Optional.empty()));
        assertThat(told(scene.refusals("supervisor", fulfil(scene, "confirm-instruction"))))
                .containsExactly("FIELD_MISSING instruction [supervisor]");
        assertThat(Scene.local(
                        scene.owed("confirm-instruction", "duty").orElseThrow().due()))
                .isEqualTo("03-03 00:00");
    }

    @Test
    @Requirement("TRN-03")
    void aStepWhoseProofWasRecordedInErrorIsOwedAnewAndWhatComesAfterItWaits() {
        Scene scene = opened().says("supervisor", "instruction")
                .fulfils("supervisor", "confirm-instruction", "duty")
                .says("supervisor", "visit-guidance");
        scene.does("supervisor", new SetFactAside(Code.of("visit-guidance"), 1, true, Code.of("other-person")));
        assertThat(scene.owed("confirm-instruction", "duty")).isEmpty();
        scene.says("supervisor", "visit-guidance");
        scene.does("supervisor", new SetFactAside(Code.of("instruction"), 1, true, Code.of("other-person")));

        assertThat(told(scene.refusals("supervisor", fulfil(scene, "update-visit-guidance"))))
                .containsExactly("DUTY_NOT_DONE confirm-instruction [supervisor]");
        assertThat(told(scene.refusals("supervisor", fulfil(scene, "confirm-instruction"))))
                .containsExactly("FIELD_MISSING instruction [supervisor]");
        scene.says("supervisor", "instruction").fulfils("supervisor", "confirm-instruction", "duty");
        assertThat(scene.refusals("supervisor", fulfil(scene, "update-visit-guidance")))
                .isEmpty();
    }

    @Test
    @Requirement("TRN-03")
    void theVisitGuidanceIsNotUpdatedBeforeTheInstructionIsConfirmed() {
        Scene scene = opened().says("supervisor", "visit-guidance");
        assertThat(told(scene.refusals("supervisor", fulfil(scene, "update-visit-guidance"))))
                .containsExactly("DUTY_NOT_DONE confirm-instruction [supervisor]");
        scene.says("supervisor", "instruction").fulfils("supervisor", "confirm-instruction", "duty");
        assertThat(scene.refusals("supervisor", fulfil(scene, "update-visit-guidance")))
                .isEmpty();
    }

    @Test
    @Requirement("TRN-04")
    void theThirdStepListsEachOfTheAssignedStaffWithHowFarTheWordHasCome() {
        Scene scene = opened();
        Holder first = staff("first-on-duty");
        Holder second = staff("second-on-duty");
        Code change = Code.of("new-dose");
        Code step = Code.of("notify-assigned-staff");
        scene.does("supervisor", new JoinTeam(first, OrganizationKind.HOME_CARE_PROVIDER, List.of()))
                .does("supervisor", new JoinTeam(second, OrganizationKind.HOME_CARE_PROVIDER, List.of()))
                .does("supervisor", new InNote(change, new WriteNote(RUN, guidance(step, first, second))))
                .does("supervisor", new InNote(change, new ReleaseNote(1)));
        assertThat(states(scene, step)).containsExactly(Delivery.State.NOT_TOLD, Delivery.State.NOT_TOLD);

        scene.does("supervisor", tells(change, first)).does("supervisor", tells(change, second));
        assertThat(states(scene, step)).containsExactly(Delivery.State.DELIVERED, Delivery.State.DELIVERED);
        scene.does(as(second, 1), new InNote(change, new RecordFollowUp(second, new Stated.Nothing())));
        assertThat(scene.record().notes().deliveries(RUN, step))
                .containsExactly(
                        new Delivery(change, first, 1, Delivery.State.DELIVERED),
                        new Delivery(change, second, 1, Delivery.State.ACKNOWLEDGED));
        scene.does(as(second, 2), new InNote(change, new RecordFollowUp(first, new Stated.Nothing())));
        assertThat(states(scene, step)).containsExactly(Delivery.State.DELIVERED, Delivery.State.ACKNOWLEDGED);
        assertThat(states(scene, Code.of("update-case-manager"))).isEmpty();
    }

    private static List<Delivery.State> states(Scene scene, Code step) {
        return scene.record().notes().deliveries(RUN, step).stream()
                .map(Delivery::state)
                .toList();
    }

    private static Holder staff(String person) {
        return Holder.of(Scene.House.PROVIDER.id(), Code.of("frontline-staff"), PersonId.of(person));
    }

    private static Act as(Holder who, int number) {
        return Act.of(CommandId.of("acknowledged-" + number), who, Stamp.at(Scene.MONDAY_10));
    }

    private static CoordinationNote guidance(Code step, Holder... staff) {
        Holder supervisor = Scene.seat("supervisor");
        return CoordinationNote.builder()
                .change(ReferralRoad.words("a new dose"))
                .impact(ReferralRoad.words("drowsy in the morning"))
                .priorities(ReferralRoad.words("wants to sleep through"))
                .focus(Focus.RISK)
                .addInformation(new Item(Code.of("guidance"), Item.Kind.GENERAL, ReferralRoad.words("half a tablet")))
                .decision(new Stated.Nothing())
                .addAllRecipients(List.of(staff).stream()
                        .map(s -> Addressee.told(s, supervisor)
                                .owing(new FollowUp.Owed(
                                        s, Code.of("acknowledge"), Scene.MONDAY_10.plus(Duration.ofHours(8)))))
                        .toList())
                .escalation(new EscalationNeed(false, Code.of("stable")))
                .supports(step)
                .build();
    }

    private static InNote tells(Code change, Holder recipient) {
        return new InNote(change, new SendUpdate(1, recipient, Channel.PHONE, Optional.empty(), Optional.empty()));
    }

    @Test
    @Requirement("AUD-01")
    void itIsNotClosedBeforeTwoVisitsHaveBeenCheckedEachBeforeTheNextOne() {
        Scene scene = at(1);
        assertThat(told(scene.refusals("supervisor", new LeaveStage(RUN))))
                .contains(
                        "DUTY_NOT_DONE check-first-visit [supervisor]",
                        "DUTY_NOT_DONE check-second-visit [supervisor]");
        assertThat(told(scene.refusals("supervisor", new CloseRun(RUN))))
                .contains(
                        "FIELD_MISSING first-visit-check [supervisor]",
                        "FIELD_MISSING second-visit-check [supervisor]");
        for (int day = 1; day <= 4; day++) {
            scene.does(
                    OTHER,
                    new ReportVisit(new Visit(
                            VisitId.of("v-" + day),
                            1,
                            Visit.State.PLANNED,
                            Scene.MONDAY_10.plus(Duration.ofDays(day)))));
        }
        assertThat(due(scene, "check-first-visit")).isEqualTo("03-04 10:00");
        assertThat(due(scene, "check-second-visit")).isEqualTo("03-05 10:00");
    }

    private static String due(Scene scene, String duty) {
        return Scene.local(scene.owed(duty, "duty").orElseThrow().due());
    }

    private static Fulfil fulfil(Scene scene, String duty) {
        return new Fulfil(scene.owed(duty, "duty").orElseThrow().key());
    }
}
