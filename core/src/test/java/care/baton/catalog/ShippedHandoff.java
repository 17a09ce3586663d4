package care.baton.catalog;

import static care.baton.catalog.Scene.in;
import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.Filed;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.time.Stamp;
import care.baton.trace.Requirement;
import care.baton.trace.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a handoff goes on both pathways alike: who owes which word by when. */
abstract class ShippedHandoff {

    Pathway pathway;

    ShippedHandoff(Pathway pathway) {
        this.pathway = pathway;
    }

    /** A run in its first stage, with all that an offer needs. */
    abstract Scene offerable();

    abstract String sender();

    abstract String receiver();

    abstract Content form();

    /** How lateness around a handoff is heard. */
    abstract String route();

    /** By when a word is owed that has been given and not yet been agreed to, confirmed or taken back. */
    String confirmedBy() {
        return "03-03 17:00";
    }

    /** The reasons that a decline may give, those of the delay list among them. */
    static final List<String> REASONS = List.of(
            "no-capacity",
            "service-not-offered",
            "outside-area",
            "needs-not-met-safely",
            "not-authorized",
            "person-chose-another");

    static final Ask ASK = Ask.of(Code.of("home-care"), Scene.PARTICIPANT);

    OfferHandoff offer(Ask ask) {
        return new OfferHandoff(
                OfferKind.FIRM,
                Scene.seat(receiver()),
                ask,
                Optional.of(form()),
                Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
    }

    Scene offered(Ask ask) {
        return offerable().does(sender(), in(offer(ask)));
    }

    Scene answered(Answer answer) {
        return offered(ASK).does(receiver(), in(ReferralRoad.answer(answer)));
    }

    @Test
    @Requirement({"HND-20", "HND-58", "HND-53", "HND-54"})
    void anOfferHasTheFormOfItsStage() {
        Scene scene = offerable();
        OfferHandoff bare = new OfferHandoff(
                OfferKind.FIRM,
                Scene.seat(receiver()),
                ASK,
                Optional.empty(),
                Arbiter.RECORD,
                Optional.empty(),
                Optional.empty());
        assertThat(told(scene.refusals(sender(), in(bare))))
                .containsExactly("FIELD_MISSING offer/content [" + sender() + "]");
        assertThat(scene.refusals(sender(), in(offer(ASK)))).isEmpty();
    }

    @Test
    @Requirement({"HND-34", "HND-41", "HND-37"})
    void theDeadlinesOfAHandoffRunFromEachWord() {
        assertThat(offered(ASK).lines("response", "urgent-look", "action"))
                .containsExactly(
                        "action whole: " + sender() + " for " + sender() + " by 03-11 17:00, " + route(),
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-04 17:00, " + route());
        assertThat(answered(new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))
                        .lines("clarification"))
                .containsExactly("clarification offer-1-round-1-medication-needs: " + sender() + " for " + receiver()
                        + " by 03-03 17:00, " + route());
        assertThat(answered(proposal()).lines("agree"))
                .containsExactly("agree offer-1: " + sender() + " for " + receiver() + " by 03-03 17:00, " + route());
        assertThat(answered(new Answer.Accept(Sensitive.of("words"))).lines("update"))
                .containsExactly("update offer-1: " + receiver() + " for " + sender() + " by 03-09 17:00, " + route());
        assertThat(answered(new Answer.Accept(Sensitive.of("words")))
                        .does(receiver(), in(new GiveBack(Code.of("no-capacity"))))
                        .lines("take-back"))
                .containsExactly("take-back whole: " + sender() + " for " + receiver() + " by " + confirmedBy() + ", "
                        + route());
    }

    private static Answer proposal() {
        return new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("words"),
                Condition.Kind.LIMITATION,
                Scene.seat("supervisor"),
                Scene.MONDAY_10.plus(Duration.ofDays(9)))));
    }

    /** The kinds of evidence that are filed on it, each with the roles that file it. */
    Map<String, List<String>> evidence() {
        return Map.of();
    }

    @Test
    void evidenceIsFiledPieceByPieceByTheRolesThatMayWithADateThatIsNotAhead() {
        Scene scene = offerable();
        Instant now = scene.now();
        assertThat(Filed.count(scene.record().chart(), pathway).keySet())
                .extracting(Code::value)
                .containsExactlyInAnyOrderElementsOf(evidence().keySet());
        evidence().forEach((kind, roles) -> {
            List<Code> sorted = roles.stream().map(Code::of).sorted().toList();
            assertThat(told(scene.refusals("housing-navigator", Scene.fact(kind, now.toString()))))
                    .containsExactly("ROLE_NOT_PERMITTED facts/" + kind + " " + sorted);
            String by = roles.get(0);
            assertThat(told(scene.refusals(by, Scene.fact(kind, now.plusNanos(1).toString()))))
                    .containsExactly("IN_THE_FUTURE facts/" + kind + " []");
            RecordFact undated = new RecordFact(Code.of(kind), Sensitive.none(), Code.of("file"), Grade.RECORDED);
            assertThat(told(scene.refusals(by, undated))).containsExactly("NOT_AN_INSTANT facts/" + kind + " []");
        });
    }

    /** Two pieces are filed and one is set aside: the other has a source, a date and a location, and is counted. */
    void isFiledAndCounted(Row row) {
        String kind = Named.in(row).value();
        String by = evidence().get(kind).get(0);
        Scene scene = offerable();
        Instant date = scene.now().minus(Duration.ofDays(3));
        for (String place : List.of("shared-drive", "case-file")) {
            scene.does(
                    by, new RecordFact(Code.of(kind), Sensitive.of(date.toString()), Code.of(place), Grade.RECORDED));
        }
        scene.does(by, new SetFactAside(Code.of(kind), 1, true, Code.of("wrong-entry")));
        assertThat(Filed.on(scene.record().chart(), pathway))
                .containsExactly(new Filed(Code.of(kind), Scene.seat(by), Optional.of(date), Code.of("case-file")));
        assertThat(Filed.on(scene.record().chart(), pathway)).hasToString("[Filed[" + kind + "]]");
        Filed.count(scene.record().chart(), pathway)
                .forEach((other, count) -> assertThat(count)
                        .as(other.value())
                        .isEqualTo(other.value().equals(kind) ? 1 : 0));
    }

    @Test
    void whatIsDoneWaitsForTheSendersWordForAsLongAsItTakes() {
        assertThat(pathway.handoff().unconfirmedAfter()).isEmpty();
    }

    @Test
    @Requirement("HND-38")
    void aDeclineGivesOneOfTheListedReasons() {
        for (String reason : REASONS) {
            assertThat(offered(ASK)
                            .refusals(receiver(), in(ReferralRoad.answer(new Answer.Decline(Code.of(reason), none())))))
                    .isEmpty();
        }
        assertThat(told(offered(ASK)
                        .refusals(receiver(), in(ReferralRoad.answer(new Answer.Decline(Code.of("busy"), none()))))))
                .containsExactly("REASON_NOT_LISTED answer/reason []");
    }

    static Sensitive none() {
        return Sensitive.none();
    }

    @Test
    void afterAClarificationTheReceiverHasFourHoursAtLeast() {
        Scene scene = offered(ASK).later(Duration.ofHours(54));
        scene.does(
                receiver(),
                in(ReferralRoad.answer(
                        new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))));
        scene.does(
                sender(),
                in(new AnswerClarification(1, Code.of("medication-needs"), Sensitive.of("words"), Optional.empty())));
        assertThat(scene.lines("response"))
                .containsExactly(
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-04 20:00, " + route());
    }

    @Test
    void theThirdRoundOfClarificationIsHeard() {
        Scene scene = offered(ASK);
        for (int round = 1; round <= 3; round++) {
            assertThat(scene.lines("many-rounds")).isEmpty();
            Code item = Code.of("item-" + round);
            scene.does(
                    receiver(),
                    in(ReferralRoad.answer(new Answer.RequestClarification(List.of(Question.about(item))))));
            if (round < 3) {
                scene.does(sender(), in(new AnswerClarification(1, item, Sensitive.of("words"), Optional.empty())));
            }
        }
        assertThat(scene.lines("many-rounds")).hasSize(1);
    }

    @Test
    void anAcceptanceByTelephoneMovesNothing() {
        Scene scene = offered(ASK);
        Act heard = new Act(
                CommandId.of("by-phone"),
                Scene.seat("scheduler"),
                Stamp.at(scene.now()),
                Optional.of(new Relayed(Scene.seat(receiver()), Channel.PHONE, scene.now())));
        scene.does(heard, in(ReferralRoad.answer(new Answer.Accept(Sensitive.of("words")))));
        assertThat(scene.owed("action", "whole").orElseThrow().holder().role()).isEqualTo(Code.of(sender()));
    }

    @Test
    @Requirement("ESC-06")
    void anUrgentOfferIsLookedAtEachDayByTheAccessLeadUntilItIsDecided() {
        Scene scene = offered(ASK.with(Priority.URGENT));
        assertThat(scene.lines("urgent-look"))
                .containsExactly("urgent-look offer-1: access-lead for " + sender() + " by 03-03 09:00, " + route());
        scene.later(Duration.ofDays(5)).does(sender(), new AdvanceTime());
        scene.fulfils("access-lead", "urgent-look", "offer-1");
        assertThat(scene.lines("urgent-look"))
                .containsExactly("urgent-look offer-1: access-lead for " + sender() + " by 03-08 09:00, " + route());
        scene.does(
                receiver(),
                in(ReferralRoad.answer(ASK.with(Priority.URGENT), new Answer.Accept(Sensitive.of("words")))));
        assertThat(scene.lines("urgent-look")).isEmpty();
    }

    @Test
    @Requirement("HND-11")
    void beforeAnUrgentStartTheAnswerIsDueADayEarlierAndNoClarificationMovesThat() {
        Instant start = Scene.MONDAY_10.plus(Duration.ofHours(40));
        Ask urgent = new Ask(
                Code.of("home-care"),
                Scene.PARTICIPANT,
                Priority.URGENT,
                none(),
                none(),
                List.of(),
                Optional.of(start));
        Scene scene = offered(urgent);
        assertThat(scene.lines("response"))
                .containsExactly(
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-03 02:00, " + route());
        scene.does(
                receiver(),
                in(ReferralRoad.answer(
                        urgent,
                        new Answer.RequestClarification(List.of(Question.about(Code.of("medication-needs")))))));
        scene.later(Duration.ofHours(30));
        scene.does(
                sender(),
                in(new AnswerClarification(1, Code.of("medication-needs"), Sensitive.of("words"), Optional.empty())));
        assertThat(scene.lines("response"))
                .containsExactly(
                        "response offer-1: " + receiver() + " for " + sender() + " by 03-03 02:00, " + route());
        assertThat(CoordinationRecord.restore(
                                scene.record().id(),
                                scene.record().ledger().entries().toList())
                        .orThrow()
                        .state())
                .isEqualTo(scene.record());
    }
}
