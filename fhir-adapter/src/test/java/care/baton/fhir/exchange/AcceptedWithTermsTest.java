package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is asked may write conditions beside an acceptance; that they are agreed is the sender's to say. */
class AcceptedWithTermsTest extends TwoSites {

    private static final String RAMP = "A ramp at the door";

    static List<PartnerProfile> profiles() {
        return List.of(PartnerProfiles.plainR4(), SDOH);
    }

    private static void term(ObjectNode task, String text, String kind, boolean agreed) {
        ArrayNode parts = task.withArray("/extension")
                .addObject()
                .put("url", FhirSystems.TERM)
                .putArray("extension");
        parts.addObject().put("url", "text").put("valueString", text);
        parts.addObject().put("url", "kind").put("valueCode", kind);
        parts.addObject().put("url", "agreed").put("valueBoolean", agreed);
        parts.addObject().put("url", "met").put("valueBoolean", agreed);
    }

    private void read() {
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
    }

    private List<String> open(Code kind) {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), kind).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aTermThatTheReceiverCallsAgreedIsOpenUntilTheSenderAgrees(PartnerProfile profile) {
        with(profile);
        offer();
        foreign(t -> {
            t.put("status", "accepted").remove("businessStatus");
            term(t, RAMP, "precondition", true);
        });
        read();

        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).contains("accepted-with-terms-open");
        assertThat(open(Kinds.AGREE)).containsExactly("offer-1");
        assertThat(open(Kinds.FOLLOW_UP)).hasSize(1);
    }

    /** The receiver's conditions stand on the Task, and a person of the sender's has written them down and agreed. */
    private void agreed() {
        offer();
        Answer proposal = new Answer.AcceptWithConditions(List.of(
                new Condition(Sensitive.of(RAMP), Condition.Kind.LIMITATION, Two.RECEIVER, now.plusSeconds(86_400))));
        answer(proposal);
        receiver.settles(server, now);
        sender.hears(Two.RECEIVER, new AnswerOffer(1, sender.offer().asked(), proposal), now);
        sender.hears(Two.RECEIVER, Said.confirm(1, Two.RECEIVER).command(), now);
        assertThat(sender.says(new AgreeConditions(1), now)).isEmpty();
        read();
        assertThat(sender.offer().state())
                .isInstanceOfSatisfying(
                        OfferState.Proposed.class,
                        proposed -> assertThat(proposed.agreed()).isTrue());
    }

    @Test
    void whatTheSenderHasAgreedStaysAgreedWhoeverLeavesItThere() {
        agreed();
        foreign(t -> t.put("status", "accepted"));
        read();

        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).doesNotContain("accepted-with-terms-open");
        assertThat(open(Kinds.AGREE)).isEmpty();
    }

    @Test
    void inOtherWordsItIsNotWhatTheSenderHasAgreed() {
        agreed();
        foreign(t -> {
            t.put("status", "accepted");
            term(t, "A lift as well", "limitation", true);
        });
        read();

        assertThat(sender.issues).contains("accepted-with-terms-open");
        assertThat(open(Kinds.AGREE)).containsExactly("offer-1");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aTermThatIsAddedOnceItIsHeldIsLookedInto(PartnerProfile profile) {
        with(profile);
        accepted();
        foreign(t -> term(t, RAMP, "precondition", true));
        read();
        read();

        assertThat(holds(sender)).isFalse();
        assertThat(sender.issues).contains("terms-after-acceptance");
        assertThat(open(Kinds.LOOK_INTO)).containsExactly("offer-1-terms-after-acceptance");
    }
}
