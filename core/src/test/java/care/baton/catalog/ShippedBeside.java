package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.note.NoteCommand;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.outcome.Code;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.plan.PlanCommand;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.plan.PlanCommand.NameObstacle;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.record.InNote;
import care.baton.record.InPlan;
import care.baton.record.OnSharing;
import care.baton.record.PathwayRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can stand beside the road of a run, so that a walk begins where it has a long way behind it. */
final class ShippedBeside {

    private static final String SUPERVISOR = "supervisor";
    private static final String SCHEDULER = "scheduler";
    private static final Code CHANGE = Code.of("change-0");

    private ShippedBeside() {}

    /** From the person's yes to a note that two were told, a plan that counts, and a ride that stands. */
    static void road(Scene scene, int steps) {
        boolean open = scene.record()
                .chart()
                .runs()
                .get(RUN)
                .filter(PathwayRun::isOpen)
                .isPresent();
        if (steps > 0) {
            scene.does("person", consent());
        }
        if (steps > 1 && open) {
            note(scene);
            plan(scene, new WritePlan(RUN, 0, ShippedPlans.whole(scene.now()), ShippedPlans.WHY));
            plan(scene, new ActivatePlan(1, Optional.empty()));
            plan(scene, new NameObstacle(ShippedPlans.obstacle(scene.now().plus(Duration.ofDays(2)))));
        }
        if (steps > 2 && open) {
            Duration hour = Duration.ofHours(1);
            scene.does(
                    SCHEDULER,
                    in(new BookArrangement(ShippedPlans.RIDE, scene.now().plus(hour))));
            scene.does(SCHEDULER, in(new ConfirmArrangement(ShippedPlans.RIDE)));
        }
    }

    private static void note(Scene scene) {
        note(scene, new WriteNote(RUN, ShippedNotes.plain(scene.now())));
        note(scene, new ReleaseNote(1));
        for (String role : List.of("case-manager", SCHEDULER)) {
            Holder told = Scene.seat(role);
            note(scene, new SendUpdate(1, told, Channel.PHONE, Optional.empty(), Optional.empty()));
        }
    }

    private static void note(Scene scene, NoteCommand command) {
        scene.does(SUPERVISOR, new InNote(CHANGE, command));
    }

    private static void plan(Scene scene, PlanCommand command) {
        scene.does(SUPERVISOR, in(command));
    }

    private static InPlan in(PlanCommand command) {
        return new InPlan(Code.of("plan-0"), command);
    }

    private static OnSharing consent() {
        return new OnSharing(new RecordConsent(new Consent(
                Consent.Choice.PERMIT,
                new Scope.Everything(List.of()),
                Stream.of(SUPERVISOR, "case-manager")
                        .map(role -> Audience.of(Scene.seat(role).organization()))
                        .toList(),
                List.of(Purpose.CARE_COORDINATION),
                Giver.self(Scene.PARTICIPANT),
                Consent.Form.WRITTEN,
                Scene.MONDAY_10,
                Optional.empty())));
    }
}
