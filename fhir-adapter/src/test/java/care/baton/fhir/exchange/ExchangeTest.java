package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest extends TwoSites {

    @Test
    void anOfferIsATaskThatTheSenderStillHolds() {
        offer();

        assertThat(status()).isEqualTo("requested");
        assertThat(task().path("identifier").get(0).path("value").asText()).isEqualTo("handoff-1/offer-1");
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.links.get(LinkKey.focus("ServiceRequest", "handoff-1", 1)))
                .isPresent();
    }

    @Test
    void anAcceptanceMovesItOnceTheServerHasStoredItAndTheSenderHasReadIt() {
        offer();
        answer(new Answer.Accept());
        assertThat(holds(receiver)).isFalse();

        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver) && holds(sender)).isTrue();

        bothRead();
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void anAcceptanceNamesTheVersionOfTheRequestThatWasRead() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);

        String version = receiver.links
                .get(LinkKey.focus("ServiceRequest", "handoff-1", 1))
                .flatMap(Link::version)
                .orElseThrow();
        assertThat(task().path("extension").toString())
                .contains(FhirSystems.FOCUS_READ)
                .contains("ServiceRequest/s1/_history/" + version);
    }

    @Test
    void aRequestThatChangedBeforeTheAcceptanceLeftGoesBackToAPerson() {
        offer();
        answer(new Answer.Accept());
        server.foreign("ServiceRequest", "s1", t -> t.put("patientInstruction", "Every day"));

        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.issues).contains("focus-changed");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void aRevokedRequestIsNotAccepted() {
        offer();
        answer(new Answer.Accept());
        server.foreign("ServiceRequest", "s1", t -> t.put("status", "revoked"));

        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.issues).contains("focus-revoked");
        assertThat(receiver.offer().intended()).isEmpty();
    }

    @Test
    void contentThatChangedInPlaceGoesBackToAPerson() {
        offer();
        foreign(t -> t.put("description", "Every day, with lifting"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
        assertThat(receiver.issues).contains("content-changed");

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(status()).isEqualTo("requested");

        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void somebodyElsesOwnerIsNotOurAcceptance() {
        offer();
        answer(new Answer.Accept());
        foreign(t -> {
            t.put("status", "accepted");
            t.putObject("owner").put("reference", "Organization/third");
        });

        receiver.settles(server, now);
        bothRead();

        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(holds(sender)).isTrue();
    }

    @Test
    void aDeclineWithAListedReasonIsRecordedByBoth() {
        offer();
        answer(new Answer.Decline(Two.REASON, Sensitive.of("Try the clinic next door")));
        receiver.settles(server, now);
        bothRead();

        assertThat(status()).isEqualTo("rejected");
        assertThat(task().path("note").toString()).contains("clinic next door");
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(task().path("extension").toString()).contains(FhirSystems.SEEN_BY_SENDER);
        assertThat(sender.plans(now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void aForeignDeclineForAnotherReasonEndsTheOfferAndIsNamed() {
        offer();
        foreign(t -> t.put("status", "rejected").putObject("statusReason").put("text", "Full"));
        bothRead();

        assertThat(sender.offer().isLive()).isFalse();
        assertThat(sender.offer().state())
                .isInstanceOfSatisfying(
                        OfferState.Declined.class,
                        declined -> assertThat(declined.reason()).isEqualTo(Code.of("not-stated")));
        assertThat(holds(sender)).isTrue();
        assertThat(sender.issues).contains("declined-for-a-reason-not-listed");
    }

    @Test
    void aForeignAcceptanceWithItsTermsOpenMovesItAndTheTermsAreOwedAtOnce() {
        offer();
        answer(new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A mattress"), Condition.Kind.PRECONDITION, Two.SENDER, now.plusSeconds(86_400)))));
        receiver.settles(server, now);
        foreign(t -> t.put("status", "accepted"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).contains("accepted-with-terms-open");
        assertThat(owed(sender, Kinds.AGREE)).containsExactly(Two.SENDER.role());
        assertThat(owed(sender, Kinds.FOLLOW_UP)).containsExactly(Two.SENDER.role());

        foreign(t -> t.put("status", "in-progress"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.HELD);
        sender.says(new AgreeConditions(1), now);
        foreign(t -> t.withArray("/note").addObject().put("text", "Begun"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.STARTED);
    }

    @Test
    void anAcceptanceWithMoreTermsThanAnybodyReadsOpensOneThatSaysToSeeTheTask() {
        offer();
        foreign(t -> {
            t.put("status", "accepted");
            for (int i = 0; i < 900; i++) {
                term(t, "Organization/sender", "nobody-" + i);
            }
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).contains("too-many-terms");
        assertThat(conditions())
                .singleElement()
                .satisfies(one -> assertThat(one.holder()).isEqualTo(Two.SENDER));
    }

    @Test
    void aTermThatIsLaidOnAThirdHouseIsTheReceivers() {
        offer();
        foreign(t -> {
            t.put("status", "accepted");
            term(t, "Organization/third", "case-manager");
            term(t, "Organization/sender", "nurse");
        });
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(conditions())
                .extracting(one -> one.holder().organization())
                .containsExactly(Two.RECEIVER.organization(), Two.SENDER.organization());
        assertThat(conditions().get(0).holder()).isEqualTo(Two.RECEIVER);
    }

    private static void term(ObjectNode task, String organization, String role) {
        ArrayNode parts = task.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.TERM)
                .putArray("extension");
        parts.addObject().put("url", "text").put("valueString", "A ramp");
        parts.addObject().put("url", "kind").put("valueCode", "limitation");
        parts.addObject().put("url", "holder").put("valueString", role);
        parts.addObject().put("url", "organization").putObject("valueReference").put("reference", organization);
    }

    /** What was accepted with it. */
    private List<Condition> conditions() {
        return sender.record.ledger().entries().toList().stream()
                .map(Entry::event)
                .filter(AnswerGiven.class::isInstance)
                .map(e -> ((AnswerGiven) e).answer())
                .filter(Answer.AcceptWithConditions.class::isInstance)
                .flatMap(a -> ((Answer.AcceptWithConditions) a).conditions().stream())
                .toList();
    }

    private static List<Code> owed(Site site, Code kind) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), kind).stream()
                .map(o -> o.holder().role())
                .toList();
    }

    @Test
    void aWithdrawalLosesToAStoredAcceptance() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        bothRead();

        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver)).isTrue();
        assertThat(holds(sender)).isFalse();
        assertThat(sender.offer().withdrawing()).isEmpty();
    }

    @Test
    void anAcceptanceLosesToAStoredWithdrawal() {
        offer();
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        sender.settles(server, now);
        answer(new Answer.Accept());
        bothRead();

        assertThat(status()).isEqualTo("cancelled");
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
    }

    @Test
    void theGiverHoldsUntilItReadsTheSendersMark() {
        accepted();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("failed");
        assertThat(holds(receiver)).isTrue();

        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(holds(sender) && holds(receiver)).isTrue();

        bothRead();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(sender.plans(now)).isEmpty();
    }

    @Test
    void aMarkThatNamesAnotherVersionIsNoMark() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);
        foreign(t -> t.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.SEEN_BY_SENDER)
                .put("valueString", "1"));

        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.GIVING_BACK);
    }

    @Test
    void theSendersCancellationAfterAcceptanceIsLetGoOfOnReading() {
        accepted();
        foreign(t -> t.put("status", "cancelled"));
        bothRead();

        assertThat(holds(receiver)).isFalse();
        assertThat(holds(sender)).isTrue();
        assertThat(receiver.issues).contains("cancelled-after-acceptance");
    }

    @Test
    void startAndCompletionTravelAndTheSenderMarksTheEndOnce() {
        accepted();
        receiver.says(new StartAction(), now);
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("in-progress");
        receiver.says(new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable at home")))), now);
        bothRead();
        bothRead();

        assertThat(status()).isEqualTo("completed");
        assertThat(sender.talks().orElseThrow().course()).isEqualTo(Course.VALIDATING);
        assertThat(receiver.talks().orElseThrow().course()).isEqualTo(Course.VALIDATING);
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
        assertThat(sender.plans(now)).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
        assertThat(task().path("output")).hasSize(1);
    }

    @Test
    void aStatusThatThePartnerDoesNotUseIsNeverWritten() {
        with(PartnerProfiles.bser());
        offer();
        assertThat(status()).isEqualTo("received");
        answer(new Answer.Accept());
        receiver.settles(server, now);
        assertThat(task().path("businessStatus").path("coding").toString())
                .contains("3.0")
                .doesNotContain("2.0");
        bothRead();
        receiver.says(new GiveBack(Code.of("no-staff")), now);
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("rejected");
        assertThat(task().path("businessStatus").path("coding").toString()).contains("4.0");
    }

    @Test
    void aPartnerThatCancelsByAskingIsAsked() {
        with(PartnerProfiles.bser());
        offer();
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        bothRead();

        assertThat(status()).isEqualTo("in-progress");
        assertThat(task().path("businessStatus").path("coding").toString()).contains("5.2");
        assertThat(receiver.issues).contains("cancellation-asked");
        assertThat(sender.offer().withdrawing()).isPresent();
        assertThat(holds(sender)).isTrue();
        assertThat(holds(receiver)).isFalse();
    }
}
