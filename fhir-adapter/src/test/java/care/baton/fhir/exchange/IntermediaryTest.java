package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Roles;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A platform between a hospital and a clinic: what the hospital asks of it by one Task it passes on by another. Each leg
 * has its owner in the platform's record. Source: SDOH Clinical Care, indirect referral.
 */
class IntermediaryTest extends TwoSites {

    private static final HandoffId PART = HandoffId.of("handoff-2");
    private static final Holder CLINIC =
            Holder.of(OrganizationId.of("Organization/clinic"), Roles.INTAKE_MANAGER, PersonId.of("clinic-intake"));

    private final Site onward = new Site(
            new Endpoint(URI.create("http://server.example/fhir"), SDOH, CLINIC, Two.RECEIVER, "Organization/receiver"),
            now);
    private Shelf clinics = new Shelf();

    @Test
    void theHospitalHearsYesWhenTheClinicHasSaidYes() {
        passedOn();
        assertThat(yes()).extracting(Refusal::code).containsExactly(Reason.PART_NOT_ACCEPTED);
        assertThat(status()).isEqualTo("requested");

        answersOnward("accepted");
        assertThat(yes()).isEmpty();
        receiver.settles(server, now);
        bothRead();

        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(sender)).isFalse();
        assertThat(holds(receiver)).isTrue();
        assertThat(holder(PART)).contains(CLINIC.organization());
    }

    @Test
    void aNoOfTheClinicLeavesTheHospitalsOfferWithThePlatform() {
        passedOn();
        answersOnward("rejected");

        assertThat(yes()).extracting(Refusal::code).containsExactly(Reason.PART_NOT_ACCEPTED);
        assertThat(holder(PART)).contains(Two.RECEIVER.organization());
        assertThat(status()).isEqualTo("requested");
        assertThat(receiver.says(
                        new AnswerOffer(1, receiver.offer().asked(), new Answer.Decline(Two.REASON, Sensitive.none())),
                        now))
                .isEmpty();
    }

    @Test
    void whatTheClinicGivesBackLiesWithThePlatformAndTheHospitalStillHasItsYes() {
        passedOn();
        answersOnward("accepted");
        yes();
        receiver.settles(server, now);
        bothRead();

        answersOnward("failed");

        assertThat(holder(PART)).contains(Two.RECEIVER.organization());
        assertThat(holds(receiver)).isTrue();
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void onceTheHospitalHasWithdrawnThePlatformLooksWhetherTheClinicGoesOn() {
        passedOn();
        answersOnward("accepted");

        assertThat(sender.says(new WithdrawOffer(1, Two.REASON), now)).isEmpty();
        sender.settles(server, now);
        bothRead();
        goesOn();

        assertThat(holder(PART)).contains(CLINIC.organization());
        assertThat(receiver.record.chart().obligations().openOf(PART.value(), Kinds.LOOK_INTO))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.key().subject()).isEqualTo("offer-1-whole-ended");
                    assertThat(look.holder()).isEqualTo(Two.RECEIVER);
                });
    }

    @Test
    void onOneServerTheSecondTaskNamesTheFirstAsItsWhole() {
        clinics = server;
        passedOn();

        assertThat(inner().path("partOf").path(0).path("reference").asText())
                .isEqualTo("Task/" + server.tasks().get(0).id());
    }

    @Test
    void onTwoServersEachTaskStandsAlone() {
        passedOn();

        assertThat(inner().path("partOf").isMissingNode()).isTrue();
    }

    private void passedOn() {
        receiver.does(new JoinTeam(CLINIC, OrganizationKind.HOME_CARE_PROVIDER, List.of()), now);
        offer();
        OfferHandoff onwards = new OfferHandoff(
                OfferKind.FIRM,
                CLINIC,
                receiver.offer().ask(),
                Optional.empty(),
                Arbiter.SERVER,
                Optional.empty(),
                Optional.of(Two.HANDOFF));
        assertThat(part(onwards)).isEmpty();
        goesOn();
    }

    private List<Refusal> yes() {
        return receiver.says(new AnswerOffer(1, receiver.offer().asked(), new Answer.Accept()), now);
    }

    private List<Refusal> part(HandoffCommand command) {
        return receiver.does(new InHandoff(PART, Two.RUN, command), now);
    }

    private void answersOnward(String status) {
        String id = inner().path("id").asText();
        clinics.foreign("Task", id, task -> task.put("status", status));
        onward.record = receiver.record;
        onward.absorbs(clinics.page(), now);
        receiver.record = onward.record;
        goesOn();
    }

    /** One record, and all links of one server. */
    private void goesOn() {
        onward.record = receiver.record;
        if (clinics == server) {
            receiver.links.all().forEach(link -> onward.links = onward.links.with(link));
        }
        onward.settles(clinics, now);
        receiver.record = onward.record;
    }

    private ObjectNode inner() {
        return clinics.tasks().stream()
                .map(found -> found.json().tree())
                .filter(task -> task.path("owner").path("reference").asText().equals("Organization/clinic"))
                .findFirst()
                .orElseThrow();
    }

    private Optional<OrganizationId> holder(HandoffId handoff) {
        return receiver.record.work().ownerAt(handoff, now).map(Holder::organization);
    }
}
