package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Offers;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.time.SameDay;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Baton wrote is not remarked upon when Baton reads it, on either side; what anybody else wrote is. */
class OwnWordsTest extends TwoSites {

    private static final String BUSINESS = "business-status-not-understood";
    private static final String OWNER = "owner-by-identifier-only";
    private static final Holder BY_NAME = Holder.of(OrganizationId.of("home-care-13"), Two.RECEIVER.role());

    private void nobodyRemarks() {
        assertThat(sender.issues).doesNotContain(BUSINESS, OWNER);
        assertThat(receiver.issues).doesNotContain(BUSINESS, OWNER);
    }

    private void offeredByName() {
        sender = new Site(
                new Endpoint(sender.endpoint.base(), SDOH, BY_NAME, Two.SENDER, sender.endpoint.ownReference()), now);
        Agreement agreement = Agreement.builder()
                .partner(BY_NAME.organization())
                .channel(Channel.ELECTRONIC)
                .respondWithin(new SameDay())
                .from(now)
                .build();
        assertThat(sender.does(new RecordAgreement(agreement), now)).isEmpty();
        OfferHandoff offer = Offers.firm(BY_NAME, asked("ServiceRequest/s1").ask());
        assertThat(sender.says(offer, now)).isEmpty();
        sender.settles(server, now);
        assertThat(task().path("owner").path("identifier").path("value").asText())
                .isEqualTo("home-care-13");
    }

    @Test
    void ourOfferIsReadAgainWithoutARemark() {
        offer();
        bothRead();

        assertThat(task().path("businessStatus").path("text").asText()).startsWith("Offered, please answer by ");
        nobodyRemarks();
    }

    @Test
    void soIsOneThatSaysByWhenToFinish() {
        with(PartnerProfiles.bser().toBuilder().businessStatusClosed(false).build());
        offer();
        foreign(task -> task.putObject("businessStatus")
                .put("text", "Offered, please answer by 2026-03-03T15:00:00Z, to be finished by 2026-03-31T00:00:00Z"));
        bothRead();

        nobodyRemarks();
    }

    @Test
    void aPartnerWhomWeNameByAnIdentifierIsNamedAsWeDo() {
        offeredByName();

        nobodyRemarks();
    }

    @Test
    void anIdentifierThatWeDidNotWriteIsRemarked() {
        offeredByName();
        foreign(task -> task.withObject("/owner/identifier").put("system", "urn:example:houses"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(sender.issues).contains(OWNER);
    }

    @Test
    void noneOfOurWordsFromTheQuestionToTheEndIsRemarked() {
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("lift")))));
        receiver.settles(server, now);
        bothRead();
        nobodyRemarks();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();
        assertThat(receiver.says(new StartAction(), now)).isEmpty();
        receiver.settles(server, now);
        bothRead();
        done();
        bothRead();

        assertThat(status()).isEqualTo("completed");
        nobodyRemarks();
    }

    @Test
    void norAreThoseOfANo() {
        offer();
        assertThat(sender.says(new WithdrawOffer(1, Code.of("no-longer-needed")), now))
                .isEmpty();
        sender.settles(server, now);
        bothRead();

        assertThat(status()).isEqualTo("cancelled");
        nobodyRemarks();
    }

    @Test
    void everyWordThatATaskSaysForEitherSideIsOneOfOurs() throws IllegalAccessException {
        offer();
        List<String> words = new ArrayList<>();
        for (Field field : Faces.class.getDeclaredFields()) {
            if (field.getType() == String.class && !field.isSynthetic()) {
                words.add((String) field.get(null));
            }
        }
        assertThat(words).contains(Faces.PROPOSED, Faces.GIVEN_BACK);
        for (String word : words) {
            foreign(task -> task.putObject("businessStatus").put("text", word));
            bothRead();
        }

        nobodyRemarks();
    }

    @Test
    void anotherWordThanOursIsRemarked() {
        offer();
        foreign(task -> task.putObject("businessStatus").put("text", "Offered, please answer by tomorrow"));
        bothRead();

        assertThat(sender.issues).contains(BUSINESS);
        assertThat(receiver.issues).contains(BUSINESS);
    }

    @Test
    void aCodeBesideOurWordsIsRemarked() {
        offer();
        foreign(task -> task.withObject("/businessStatus")
                .putArray("coding")
                .addObject()
                .put("system", "urn:example:steps")
                .put("code", "7"));
        bothRead();

        assertThat(sender.issues).contains(BUSINESS);
    }

    /** Software that knows of the status alone leaves our words there: what they ask is over once it is answered. */
    @Test
    void whatWeAskedForIsTakenBackByOurNextWrite() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(task -> task.put("status", "rejected").putObject("statusReason").put("text", "No bed"));
        bothRead();

        assertThat(task().has("businessStatus")).isFalse();
    }

    @Test
    void whatWeAskedForMakesRoomForOurConfirmation() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(task -> task.put("status", "accepted"));
        bothRead();
        foreign(task -> {
            task.put("status", "completed");
            ObjectNode output = task.putArray("output").addObject();
            output.putObject("type").put("text", "result");
            output.put("valueString", "Stable at home");
        });
        bothRead();
        assertThat(sender.says(new ValidateCompletion(), now)).isEmpty();
        sender.settles(server, now);

        assertThat(task().path("businessStatus").path("text").asText()).isEqualTo(Faces.CONFIRMED);
    }

    @Test
    void whatThePartnerSaysInItsPlaceStays() {
        with(PartnerProfiles.plainR4());
        offer();
        foreign(task ->
                task.put("status", "rejected").putObject("businessStatus").put("text", "No bed before May"));
        bothRead();

        assertThat(task().path("businessStatus").path("text").asText()).isEqualTo("No bed before May");
    }
}
