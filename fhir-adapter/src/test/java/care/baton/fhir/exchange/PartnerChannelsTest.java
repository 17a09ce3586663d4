package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.QuestionChannel;
import care.baton.fhir.partner.RespondByCarrier;
import care.baton.fhir.partner.RestrictionUse;
import care.baton.fhir.partner.Selection;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.OfferState;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What differs between partners in how they can be reached differs in the table alone. */
class PartnerChannelsTest extends TwoSites {

    private static final Instant END = Two.START.plus(Duration.ofDays(30));

    private static PartnerProfile with(
            QuestionChannel proposal, RespondByCarrier respondBy, RestrictionUse restriction) {
        return PartnerProfiles.plainR4().toBuilder()
                .channels(new Channels(
                        QuestionChannel.COMMUNICATION_REQUEST, proposal, Selection.NONE, respondBy, restriction))
                .build();
    }

    private static ObjectNode created(PartnerProfile profile) {
        Site site = new Site(Two.senders(profile), Two.START);
        Ask ask = new Ask(
                Code.of("home-care"),
                Two.PERSON,
                Priority.ROUTINE,
                Sensitive.of("ServiceRequest/s1"),
                Sensitive.none(),
                List.of(),
                Optional.of(END));
        assertThat(site.says(Offers.firm(Two.RECEIVER, ask), Two.START)).isEmpty();
        return ((Request.Create) site.plans(Two.START).get(0)).body().tree();
    }

    @Test
    void theTimeToAnswerStandsInOurExtensionUnlessThePartnerKeepsNone() {
        ObjectNode kept = created(with(QuestionChannel.NOTE, RespondByCarrier.EXTENSION, RestrictionUse.FINISH_BY));
        ObjectNode text = created(with(QuestionChannel.NOTE, RespondByCarrier.TEXT_ONLY, RestrictionUse.FINISH_BY));

        assertThat(kept.path("extension").toString()).contains(FhirSystems.RESPOND_BY);
        assertThat(text.toString()).doesNotContain(FhirSystems.RESPOND_BY);
        for (ObjectNode task : List.of(kept, text)) {
            assertThat(task.path("businessStatus").path("text").asText())
                    .startsWith("Offered, please answer by 2026-")
                    .doesNotContain("finished");
        }
    }

    @Test
    void theTimeToFinishByIsSaidInWordsWhereTheRestrictionIsNotLookedAt() {
        ObjectNode ignored = created(with(QuestionChannel.NOTE, RespondByCarrier.EXTENSION, RestrictionUse.IGNORED));

        assertThat(ignored.path("businessStatus").path("text").asText()).endsWith(", to be finished by " + END);
        assertThat(ignored.path("restriction").path("period").path("end").asText())
                .isEqualTo(END.toString());
    }

    @Test
    void conditionsGoByTheWayThatThePartnerHearsProposals() {
        propose(QuestionChannel.NOTE);
        assertThat(task().path("note").toString()).contains("A mattress");
        assertThat(requests()).isZero();

        propose(QuestionChannel.COMMUNICATION_REQUEST);
        assertThat(task().has("note")).isFalse();
        assertThat(requests()).isEqualTo(1);
    }

    private void propose(QuestionChannel way) {
        server.tasks().forEach(task -> server.remove("Task", task.id()));
        with(with(way, RespondByCarrier.EXTENSION, RestrictionUse.FINISH_BY));
        offer();
        answer(new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A mattress"), Condition.Kind.LIMITATION, Two.SENDER, now.plusSeconds(86_400)))));
        bothRead();
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Proposed.class);
    }

    private long requests() {
        return receiver.links.all().stream()
                .filter(link -> link.key().type().equals("CommunicationRequest"))
                .count();
    }
}
