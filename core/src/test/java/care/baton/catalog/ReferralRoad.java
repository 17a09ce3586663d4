package care.baton.catalog;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Sbar;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.ValidateOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A referral on its way, stopped where a test wants to look. */
final class ReferralRoad {

    static final List<String> PROFILE = List.of(
            "support-routines",
            "risk-considerations",
            "medication-needs",
            "communication-preferences",
            "urgent-start-requirements");

    static final Content SBAR =
            new Sbar(words("s"), words("b"), words("a"), words("r"), Sensitive.none(), Sensitive.none());

    static final Ask ASK = Ask.of(Code.of("home-care"), Scene.PARTICIPANT);

    private ReferralRoad() {}

    static Sensitive words(String text) {
        return Sensitive.of(text);
    }

    static Scene opened(Pathway pathway) {
        return Scene.of(pathway).opens("case-manager", Referral.ID);
    }

    static Scene profiled(Pathway pathway) {
        Scene scene = opened(pathway);
        PROFILE.forEach(field -> scene.says("case-manager", field));
        return scene;
    }

    static OfferHandoff offer(Ask ask, Optional<Content> content) {
        return new OfferHandoff(
                OfferKind.FIRM,
                Scene.seat("intake-manager"),
                ask,
                content,
                Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
    }

    static Scene offered(Pathway pathway) {
        return profiled(pathway).does("case-manager", Scene.in(offer(ASK, Optional.of(SBAR))));
    }

    static AnswerOffer answer(Answer answer) {
        return answer(ASK, answer);
    }

    static AnswerOffer answer(Ask ask, Answer answer) {
        return new AnswerOffer(1, ask.digest(), answer);
    }

    /** Done by the case manager and not yet taken over. */
    static Scene submitted(Pathway pathway) {
        return offered(pathway).says("case-manager", "person-impact").does("case-manager", new LeaveStage(Scene.RUN));
    }

    static Scene inPreparation(Pathway pathway) {
        return submitted(pathway).does("intake-manager", Scene.in(answer(new Answer.Accept())));
    }

    /** Everything that has to be decided has been. */
    static Scene prepared(Pathway pathway) {
        return inPreparation(pathway)
                .says("scheduler", "staffing-plan")
                .fulfils("scheduler", "test-staffing", "duty")
                .says("supervisor", "risk-information")
                .fulfils("supervisor", "review-service-risk", "duty")
                .says("nurse-consultant", "clinical-guidance")
                .fulfils("nurse-consultant", "record-clinical-guidance", "duty")
                .says("authorization-team", "authorization-status")
                .fulfils("authorization-team", "decide-authorization", "duty")
                .says("intake-manager", "support-summary")
                .says("intake-manager", "person-impact");
    }

    static Scene inStart(Pathway pathway) {
        return prepared(pathway).does("intake-manager", new LeaveStage(Scene.RUN));
    }

    static Scene ready(Pathway pathway) {
        return inStart(pathway)
                .says("case-manager", "referral-profile")
                .knows("intake-manager", "assigned-follow-up-owner");
    }

    static Scene started(Pathway pathway) {
        return ready(pathway)
                .does("intake-manager", Scene.in(new StartAction()))
                .says("intake-manager", "person-impact");
    }

    static Scene inOutcome(Pathway pathway) {
        return started(pathway).does("intake-manager", new LeaveStage(Scene.RUN));
    }

    /** The result is back with the referrer. */
    static Scene reported(Pathway pathway) {
        return inOutcome(pathway)
                .later(Duration.ofHours(1))
                .says("supervisor", "follow-up-outcome")
                .fulfils("supervisor", "follow-up-visit", "duty")
                .says("intake-manager", "referral-result")
                .says("intake-manager", "person-impact")
                .does(
                        "intake-manager",
                        Scene.in(new CompleteAction(List.of(new Input(Code.of("report"), words("done"))))))
                .does("case-manager", Scene.in(new ValidateCompletion()));
    }

    /** Only the closing is left. */
    static Scene validated(Pathway pathway) {
        return reported(pathway)
                .does("intake-manager", new LeaveStage(Scene.RUN))
                .says("case-manager", "outcome")
                .does("case-manager", new ValidateOutcome(Scene.RUN));
    }
}
