package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;

import care.baton.catalog.Outline.Part;
import care.baton.catalog.Outline.Work;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pathway on its way as its outline says, stopped where a test wants to look. */
abstract class OutlinedRoad extends ShippedHandoff {

    /** Somebody who takes part and has no part in the pathway. */
    static final String OTHER = "housing-navigator";

    final Outline outline;
    private final Map<Integer, Scene> entered = new HashMap<>();
    private final Map<Integer, Scene> completed = new HashMap<>();

    OutlinedRoad(Pathway pathway, Outline outline) {
        super(pathway);
        this.outline = outline;
    }

    @Override
    Map<String, List<String>> evidence() {
        return outline.evidence();
    }

    String part(String responsibility) {
        return outline.run().get(responsibility);
    }

    Part stage(int n) {
        return outline.stages().get(n);
    }

    int last() {
        return outline.stages().size() - 1;
    }

    @Override
    Scene offerable() {
        return complete(0);
    }

    @Override
    String sender() {
        return stage(0).owner();
    }

    @Override
    String receiver() {
        return part("receiver");
    }

    @Override
    Content form() {
        return form(stage(0));
    }

    private static Content form(Part stage) {
        return stage.form().equals("sbar") ? ReferralRoad.SBAR : DischargeRoad.IPASS;
    }

    @Override
    String route() {
        return outline.route(part("ladder"));
    }

    OpenRun open() {
        return new OpenRun(RUN, Code.of(part("pathway")), 1);
    }

    /** Everything that the opening needs. */
    Scene known() {
        return says(Scene.of(pathway), stage(0).upTo("open"));
    }

    Scene opened() {
        return at(0);
    }

    static Scene says(Scene scene, List<Asked> fields) {
        fields.forEach(a -> scene.knows(a.suppliers().get(0), a.field()));
        return scene;
    }

    /** A run that has just come into its n-th stage. */
    Scene at(int n) {
        if (!entered.containsKey(n)) {
            entered.put(
                    n, n == 0 ? allTold(known().does(part("records"), open())) : leaves(complete(n - 1), n - 1, false));
        }
        return entered.get(n).fork();
    }

    /** Whoever is to be told of what it begins with is told. */
    static Scene allTold(Scene begun) {
        begun.record().chart().obligations().open().stream()
                .filter(o -> o.key().kind().equals(Code.of("notify")))
                .forEach(o -> begun.does(o.holder().role().value(), new Fulfil(o.key())));
        return begun;
    }

    /** The same by a hand that is not its owner's. */
    Scene unattended(int n) {
        return n == 0 ? known().system(part("records"), open()) : leaves(complete(n - 1), n - 1, true);
    }

    private Scene leaves(Scene scene, int n, boolean system) {
        String owner = stage(n).owner();
        String next = stage(n + 1).owner();
        if (owner.equals(next)) {
            return system ? scene.system(owner, new LeaveStage(RUN)) : scene.does(owner, new LeaveStage(RUN));
        }
        RecordCommand accept = in(passing(n), ReferralRoad.answer(new Answer.Accept(ReferralRoad.words("words"))));
        scene.does(owner, offer(passing(n), next, stage(n))).does(owner, new LeaveStage(RUN));
        return system ? scene.system(next, accept) : scene.does(next, accept);
    }

    private static HandoffId passing(int n) {
        return HandoffId.of("from-stage-" + n);
    }

    static InHandoff in(HandoffId handoff, HandoffCommand command) {
        return new InHandoff(handoff, RUN, command);
    }

    static InHandoff offer(HandoffId handoff, String to, Part from) {
        return in(
                handoff,
                new OfferHandoff(
                        OfferKind.FIRM,
                        Scene.seat(to),
                        ASK,
                        Optional.of(form(from)),
                        Arbiter.RECORD,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** A run in its n-th stage with everything said and done that leaving it needs. */
    Scene complete(int n) {
        if (!completed.containsKey(n)) {
            Scene scene = done(says(at(n), stage(n).upTo("close")), stage(n).duties());
            outline.expiries().stream()
                    .filter(e -> e.stage() == n)
                    .forEach(e -> says(scene, List.of(e.proof())).fulfils(e.role(), e.kind(), e.field()));
            completed.put(n, n == last() ? scene : says(scene, stage(n + 1).upTo("open")));
        }
        return completed.get(n).fork();
    }

    static Scene done(Scene scene, List<Work> duties) {
        duties.forEach(w -> says(scene, w.proof()).fulfils(w.role(), w.kind(), "duty"));
        return scene;
    }

    /** Only the closing is left: what was passed on is done and confirmed, and the outcome validated. */
    Scene validated() {
        return left().does(part("validates"), new ValidateOutcome(RUN));
    }

    Scene left() {
        Scene scene = says(complete(last()), outline.closure());
        for (int n = 0; n < last(); n++) {
            if (!stage(n).owner().equals(stage(n + 1).owner())) {
                List<Input> report = List.of(new Input(Code.of("report"), ReferralRoad.words("done")));
                scene.does(stage(n + 1).owner(), in(passing(n), new CompleteAction(report)))
                        .does(stage(n).owner(), in(passing(n), new ValidateCompletion()));
            }
        }
        return scene.does(stage(last()).owner(), new LeaveStage(RUN));
    }
}
