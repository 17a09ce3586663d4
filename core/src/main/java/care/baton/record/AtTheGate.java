package care.baton.record;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Content;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Ipass;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.Sbar;
import care.baton.outcome.Code;
import care.baton.outcome.Near;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.ownership.Member;
import care.baton.ownership.Team;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.pathway.Responsibilities;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a handoff may not pass without. Gates guard what is decided here: the offer, the acceptance, the start and
 * the close. What a partner has stored elsewhere is not undone.
 */
final class AtTheGate {

    private AtTheGate() {}

    static void guard(Desk desk, PathwayRun run, Pathway pathway, Negotiation talks, HandoffCommand command) {
        if (command instanceof OfferHandoff offer) {
            if (isOurs(desk) || offer.arbiter() == Arbiter.RECORD) {
                if (!Parts.passesOn(desk, talks.id(), offer)) {
                    mayOffer(desk, run, pathway, talks);
                }
                boolean may = !desk.draft().isRefused();
                desk.hasAll(reached(run, pathway, Step.OFFER), run.run());
                form(desk, run, pathway, offer.content());
                if (may) {
                    reaches(desk, offer.to(), "offer/to");
                }
                attached(desk, pathway, offer.ask());
                OnCredential.asks(desk, pathway, offer.to(), "offer/to");
            }
        } else if (command instanceof AnswerOffer answer && answer.answer() instanceof Answer.Accept) {
            Optional<Offer> live = talks.offers().get(answer.offer()).filter(Offer::isLive);
            if (isDecidedHere(desk, live)) {
                desk.hasAll(reached(run, pathway, Step.ACCEPT), run.run());
                Parts.accepted(desk, talks.id());
                Holder taker = desk.act().speaker();
                live.map(Offer::to)
                        .filter(taker::sameRole)
                        .ifPresent(to -> OnCredential.asks(desk, pathway, taker, "answer"));
            }
        } else if (command instanceof AnswerOffer answer
                && answer.answer() instanceof Answer.AcceptWithConditions terms) {
            if (isDecidedHere(desk, talks.offers().get(answer.offer()).filter(Offer::isLive))) {
                for (int n = 1; n <= terms.conditions().size(); n++) {
                    reaches(desk, terms.conditions().get(n - 1).holder(), "answer/conditions/" + n + "/holder");
                }
            }
        } else if (begins(desk, talks, command)) {
            desk.hasAll(needs(pathway.stages().stream(), Step.DECIDE), run.run());
        } else if (command instanceof ValidateCompletion) {
            desk.hasAll(needs(run.stage().flatMap(pathway::stage).stream(), Step.CLOSE), run.run());
        }
    }

    /** A start; and an end that comes without one, where it is decided here. */
    private static boolean begins(Desk desk, Negotiation talks, HandoffCommand command) {
        return (command instanceof StartAction && talks.current().isPresent())
                || (command instanceof CompleteAction
                        && talks.course() == Course.HELD
                        && isDecidedHere(desk, talks.binding()));
    }

    private static boolean isDecidedHere(Desk desk, Optional<Offer> offer) {
        boolean here = offer.filter(o -> o.arbiter() == Arbiter.RECORD).isPresent()
                && desk.act().relayed().isEmpty();
        return here || (offer.isPresent() && isOurs(desk));
    }

    /** The owner of the stage offers it on, whoever answers for the run as a whole, or whoever it has come back to. */
    private static void mayOffer(Desk desk, PathwayRun run, Pathway pathway, Negotiation talks) {
        Code role = desk.act().speaker().role();
        boolean holds = desk.owed().openOf(talks.id().value(), Kinds.ACTION).stream()
                .anyMatch(action -> action.holder().sameRole(desk.act().speaker()));
        Optional<Code> owner = run.stage().flatMap(pathway::stage).map(Stage::owner);
        Responsibilities answers = pathway.responsibilities();
        if (!holds
                && owner.isPresent()
                && !owner.get().equals(role)
                && !List.of(pathway.owner(), answers.decides(), answers.escalates())
                        .contains(role)) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, "offer", owner.get());
        }
    }

    /** What the stages so far ask for: a later stage lets nothing through that an earlier one held back. */
    static List<Need> reached(PathwayRun run, Pathway pathway, Step step) {
        return needs(
                pathway.stages().stream()
                        .filter(s ->
                                run.left().contains(s.code()) || run.stage().equals(Optional.of(s.code()))),
                step);
    }

    static List<Need> needs(Stream<Stage> stages, Step step) {
        return stages.flatMap(s -> s.needs(step).stream()).distinct().toList();
    }

    private static boolean isOurs(Desk desk) {
        return desk.keepsRecord(desk.act().speaker().organization());
    }

    /**
     * Whoever is asked takes part in the record, or there is an agreement that says how they are reached and by when
     * they answer: what nobody can have read would only grow late.
     */
    private static void reaches(Desk desk, Holder to, String path) {
        Team team = desk.chart().team();
        List<Holder> seats = team.members().stream()
                .filter(m -> !m.left() && m.seat().organization().equals(to.organization()))
                .map(Member::seat)
                .toList();
        if (seats.stream().anyMatch(to::sameRole)
                || team.agreement(to.organization(), desk.now()).isPresent()) {
            return;
        }
        if (seats.isEmpty() || desk.chart().disclosures().isConfidential(to.organization())) {
            desk.refuse(Reason.NOTHING_AGREED, path + "/organization");
        } else {
            List<Code> held = seats.stream().map(Holder::role).toList();
            desk.draft().refuse(Refusal.of(Reason.NOT_A_MEMBER, path + "/role").instead(Near.to(to.role(), held)));
        }
    }

    /** The results that go with what is asked: each that is not there, and not only named, is missing. */
    private static void attached(Desk desk, Pathway pathway, Ask ask) {
        pathway.handoff().attached().stream()
                .filter(a -> a.ask().equals(ask.code()))
                .flatMap(a -> a.results().stream())
                .filter(result -> ask.input().stream()
                        .noneMatch(i -> i.name().equals(result) && !i.value().isNone()))
                .forEach(result -> desk.refuse(
                        Reason.FIELD_MISSING,
                        "offer/ask/input/" + result,
                        pathway.responsibilities().records()));
    }

    private static void form(Desk desk, PathwayRun run, Pathway pathway, Optional<Content> content) {
        Optional<Stage> stage = run.stage().flatMap(pathway::stage);
        if (stage.filter(s -> !hasForm(s, content)).isPresent()) {
            List<Code> roles = List.of(desk.act().speaker().role());
            desk.draft()
                    .refuse(Refusal.of(Reason.FIELD_MISSING, "offer/content", roles)
                            .instead(List.of(stage.get().handoff())));
        }
    }

    /** What each form must say, by the names of its parts. */
    static List<Code> parts(Code form) {
        String[] parts = {};
        if (form.equals(Stage.SBAR)) {
            parts = new String[] {"situation", "background", "assessment", "recommendation"};
        } else if (form.equals(Stage.IPASS)) {
            parts = new String[] {"severity", "summary", "actions", "contingency"};
        }
        return Stream.of(parts).map(Code::of).toList();
    }

    private static boolean hasForm(Stage stage, Optional<Content> content) {
        return stage.handoff().equals(Stage.ANY_FORM)
                || content.filter(stage.handoff().equals(Stage.SBAR) ? Sbar.class::isInstance : Ipass.class::isInstance)
                        .isPresent();
    }
}
