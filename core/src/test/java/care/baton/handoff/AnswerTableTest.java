package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.HandoffTest.decline;
import static care.baton.handoff.HandoffTest.offered;
import static care.baton.handoff.HandoffTest.story;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MEDICATION;
import static care.baton.handoff.Parties.NO_CAPACITY;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.PHARMACIST;
import static care.baton.handoff.Parties.ROUTINES;
import static care.baton.handoff.Parties.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.MarkInError;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.ReopenHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.HandoffEvent.AnswerSetAside;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every answer in every state that an offer can be in, by everybody: what comes of it stands, reviewed, in
 * {@code answers.txt}. Whatever is taken has its clauses; whatever is not has its reason.
 */
@Promise(9)
class AnswerTableTest {

    private static final Sensitive WORDS = Sensitive.of("words");
    private static final List<Holder> EVERYBODY = List.of(
            INTAKE, Parties.INTAKE_COVER, Parties.SCHEDULER, COORDINATOR, Parties.WARD_NURSE, SOUTH, PHARMACIST);

    private static Map<String, HandoffFixture> states() {
        Map<String, HandoffFixture> states = new LinkedHashMap<>();
        states.put("never-offered", story());
        states.put("awaiting", offered());
        states.put("late", offered().whenTimePasses(Duration.ofHours(30)));
        states.put("clarifying", offered().given(INTAKE, asks(Question.about(MEDICATION))));
        states.put("clarified", clarified());
        states.put("proposed", proposed());
        states.put("agreed", proposed().given(COORDINATOR, new AgreeConditions(1)));
        states.put("met", proposed().given(PHARMACIST, new MeetCondition(1, 1)));
        states.put(
                "ready",
                proposed().given(COORDINATOR, new AgreeConditions(1)).given(PHARMACIST, new MeetCondition(1, 1)));
        states.put("by-server", by(OfferKind.FIRM, Arbiter.SERVER));
        states.put("intended", by(OfferKind.FIRM, Arbiter.SERVER).given(INTAKE, accept(1)));
        states.put("withdrawing", by(OfferKind.FIRM, Arbiter.SERVER).given(COORDINATOR, withdraw()));
        states.put("withdrawn", offered().given(COORDINATOR, withdraw()));
        states.put("declined", offered().given(INTAKE, decline(1)));
        states.put(
                "replaced",
                offered().given(INTAKE, decline(1)).given(COORDINATOR, OfferHandoff.firm(SOUTH, HOME_CARE)));
        states.put("invited", by(OfferKind.INVITATION, Arbiter.RECORD));
        states.put("bid", by(OfferKind.INVITATION, Arbiter.RECORD).given(INTAKE, accept(1)));
        states.put("held", held());
        states.put("started", held().given(INTAKE, new StartAction()));
        states.put("giving-back", held().given(INTAKE, new GiveBack(NO_CAPACITY)));
        states.put("taken-back", held().given(INTAKE, new GiveBack(NO_CAPACITY)).given(COORDINATOR, new TakeBack()));
        states.put("done", done());
        states.put("closed", done().given(COORDINATOR, new ValidateCompletion()));
        states.put(
                "reopened",
                done().given(COORDINATOR, new ValidateCompletion()).given(COORDINATOR, new ReopenHandoff(WORDS)));
        states.put("in-error", offered().given(COORDINATOR, new MarkInError(Code.of("wrong-person"))));
        return states;
    }

    private static Map<String, Answer> answers(Instant now) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("accept", new Answer.Accept());
        answers.put("accept-with-synthesis", new Answer.Accept(WORDS));
        answers.put("precondition", conditions(Condition.Kind.PRECONDITION, now.plusSeconds(3600)));
        answers.put("limitation", conditions(Condition.Kind.LIMITATION, now.plusSeconds(3600)));
        answers.put("condition-in-the-past", conditions(Condition.Kind.PRECONDITION, now.minusSeconds(1)));
        answers.put("ask-new", new Answer.RequestClarification(List.of(Question.about(ROUTINES))));
        answers.put("ask-again", new Answer.RequestClarification(List.of(Question.about(MEDICATION))));
        answers.put(
                "ask-again-with-why", new Answer.RequestClarification(List.of(new Question(MEDICATION, WORDS, WORDS))));
        answers.put("decline-listed", new Answer.Decline(NO_CAPACITY, WORDS));
        answers.put("decline-not-listed", new Answer.Decline(Code.of("busy"), WORDS));
        return answers;
    }

    @Test
    void everyAnswerInEveryStateComesOutAsReviewed() throws Exception {
        List<String> table = new ArrayList<>();
        states().forEach((state, story) -> answers(story.now())
                .forEach((name, answer) -> table.add(state + " " + name + ": " + told(step(story, answer, INTAKE)))));
        assertThat(String.join("\n", table) + "\n").isEqualTo(reviewed());
    }

    @Test
    void whatIsTakenHasItsClausesAndWhatIsNotHasItsReason() {
        int cells = 0;
        for (HandoffFixture story : states().values()) {
            for (Answer answer : answers(story.now()).values()) {
                for (Holder by : EVERYBODY) {
                    Step step = step(story, answer, by);
                    HandoffLaws.clausesComplete(step);
                    HandoffLaws.staleChangesNothing(step);
                    HandoffLaws.noOrphans(step.after());
                    boolean addressed = by.sameRole(INTAKE);
                    assertThat(addressed || step.events().stream().noneMatch(AnswerTableTest::isTaken))
                            .isTrue();
                    assertThat(step.outcome().isApplied()
                                    || !step.outcome().refusals().isEmpty())
                            .isTrue();
                    cells++;
                }
            }
        }
        assertThat(cells).isEqualTo(25 * 10 * 7);
    }

    private static boolean isTaken(Object event) {
        return event instanceof AnswerGiven || event instanceof AnswerIntended;
    }

    private static Step step(HandoffFixture story, Answer answer, Holder by) {
        Act act = Act.of(CommandId.of("answers"), by, Stamp.at(story.now()));
        return Step.of(story.handoff(), new AnswerOffer(1, HOME_CARE.digest(), answer), act, Parties.PRACTICE);
    }

    private static String told(Step step) {
        if (!step.outcome().isApplied()) {
            return "refused, "
                    + step.outcome().refusals().stream()
                            .map(Refusal::code)
                            .map(Enum::name)
                            .collect(Collectors.joining(" and "));
        }
        return step.events().stream()
                .filter(event -> isTaken(event) || event instanceof AnswerSetAside)
                .map(event -> event instanceof AnswerSetAside aside
                        ? "set aside, " + aside.reason()
                        : event instanceof AnswerIntended ? "intended" : given((AnswerGiven) event, step))
                .collect(Collectors.joining(" and "));
    }

    private static String given(AnswerGiven given, Step step) {
        boolean moved = !step.after().owner().equals(step.before().owner());
        return "given" + (moved ? ", moves" : "") + (given.late() ? ", late" : "");
    }

    private static String reviewed() throws Exception {
        try (var stream = AnswerTableTest.class.getResourceAsStream("answers.txt")) {
            return new String(Objects.requireNonNull(stream, "answers.txt").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HandoffFixture clarified() {
        return offered()
                .given(INTAKE, asks(Question.about(MEDICATION)))
                .given(COORDINATOR, new AnswerClarification(1, MEDICATION, WORDS, Optional.empty()));
    }

    private static HandoffFixture proposed() {
        HandoffFixture story = offered();
        return story.given(
                INTAKE,
                new AnswerOffer(
                        1,
                        HOME_CARE.digest(),
                        conditions(Condition.Kind.PRECONDITION, story.now().plusSeconds(7200))));
    }

    private static HandoffFixture held() {
        return offered().given(INTAKE, accept(1));
    }

    private static HandoffFixture done() {
        return held().given(INTAKE, new StartAction())
                .given(INTAKE, new CompleteAction(List.of(new Input(Code.of("report"), WORDS))));
    }

    private static HandoffFixture by(OfferKind kind, Arbiter arbiter) {
        return story().given(
                        COORDINATOR,
                        new OfferHandoff(
                                kind,
                                INTAKE,
                                HOME_CARE,
                                Optional.empty(),
                                arbiter,
                                Optional.empty(),
                                Optional.empty()));
    }

    private static WithdrawOffer withdraw() {
        return new WithdrawOffer(1, OTHER_PLAN);
    }

    private static AnswerOffer asks(Question question) {
        return new AnswerOffer(1, HOME_CARE.digest(), new Answer.RequestClarification(List.of(question)));
    }

    private static Answer conditions(Condition.Kind kind, Instant due) {
        return new Answer.AcceptWithConditions(List.of(new Condition(WORDS, kind, PHARMACIST, due)));
    }
}
