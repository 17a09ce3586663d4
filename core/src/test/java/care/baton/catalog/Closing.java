package care.baton.catalog;

import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.time.Stamp;
import java.util.List;

/** Closing by somebody who sits in two chairs. */
final class Closing {

    private Closing() {}

    /** What stands in the way when the person who validated closes in another role. */
    static List<String> bySamePerson(Scene scene, String closes, String validated) {
        PersonId person = scene.record()
                .chart()
                .runs()
                .get(Scene.RUN)
                .orElseThrow()
                .validatedBy()
                .flatMap(Holder::person)
                .orElse(PersonId.of("p-" + validated));
        Holder both = Holder.of(Scene.seat(closes).organization(), Code.of(closes), person);
        Act act = Act.of(CommandId.of("closing"), both, Stamp.at(scene.now()));
        return Scene.told(scene.would(act, new CloseRun(Scene.RUN)).refusals());
    }
}
