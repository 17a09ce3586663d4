package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Roles;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.MappingIssue.Severity;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.OfferKind;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an offer never leaves is said to the host, and nothing is said of what does. */
class UnsentTest extends TwoSites {

    private static OfferHandoff offer(OfferKind kind, Holder to, Arbiter arbiter) {
        return new OfferHandoff(
                kind,
                to,
                asked("ServiceRequest/s1").ask(),
                Optional.empty(),
                arbiter,
                Optional.empty(),
                Optional.empty());
    }

    private static Holder supervisor() {
        return Holder.of(Two.RECEIVER.organization(), Roles.SUPERVISOR);
    }

    private Planned planned(OfferHandoff offer) {
        assertThat(sender.says(offer, now)).isEmpty();
        return sender.exchange.plan(sender.record, sender.links, now);
    }

    @Test
    void whatTheRecordSettlesIsNotSentAndThatIsGoodToKnow() {
        Planned planned = planned(offer(OfferKind.FIRM, Two.RECEIVER, Arbiter.RECORD));

        assertThat(planned.requests()).isEmpty();
        assertThat(planned.issues())
                .containsExactly(new MappingIssue(Severity.INFORMATION, Code.of("settled-by-the-record"), "Task"));
    }

    @Test
    void anInvitationThatThePartnerWouldTakeForAnOrderIsNotSentAndThatIsAWarning() {
        Planned planned = planned(offer(OfferKind.INVITATION, Two.RECEIVER, Arbiter.SERVER));

        assertThat(planned.requests()).isEmpty();
        assertThat(planned.issues()).containsExactly(MappingIssue.warning("invitation-not-sent", "Task.intent"));
    }

    @Test
    void anOfferToAnotherRoleGoesOutAndUntilItStandsThereIsAWarningThatTheTaskNamesNoRole() {
        Planned planned = planned(offer(OfferKind.FIRM, supervisor(), Arbiter.SERVER));

        assertThat(planned.requests()).hasSize(1);
        assertThat(planned.issues()).containsExactly(MappingIssue.warning("role-not-named", "Task.owner"));

        sender.settles(server, now);
        assertThat(task().path("owner").path("reference").asText()).isEqualTo("Organization/receiver");
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my request 7", "request-7", "ServiceRequest", "note:seven", "Nothing/7"})
    void wordsAboutWhatIsAskedAreNoAddressAndTheOfferWaitsForOne(String words) {
        Planned planned = planned(asked(words));

        assertThat(planned.requests()).isEmpty();
        assertThat(planned.issues()).containsExactly(MappingIssue.error("focus-not-an-address", "Task.focus"));
        assertThat(planned.issues().toString()).doesNotContain(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ServiceRequest/s1",
                "ServiceRequest/s1/_history/2",
                "https://elsewhere.example/fhir/ServiceRequest/s1",
                "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7"
            })
    void anAddressThereOrAnAbsoluteOneGoesOutAsItIs(String address) {
        assertThat(planned(asked(address)).issues()).isEmpty();

        sender.settles(server, now);
        assertThat(task().path("focus").path("reference").asText()).isEqualTo(address);
    }

    @Test
    void ofAnOfferThatGoesOutToWhomItNamesNothingIsSaid() {
        Planned planned = planned(asked("ServiceRequest/s1"));

        assertThat(planned.requests()).hasSize(1);
        assertThat(planned.issues()).isEmpty();
    }

    @Test
    void ofAnOfferThatIsOverNothingIsSaid() {
        planned(offer(OfferKind.FIRM, Two.RECEIVER, Arbiter.RECORD));
        assertThat(sender.says(new WithdrawOffer(1, Code.of("no-longer-needed")), now))
                .isEmpty();

        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .isEmpty();
    }

    @Test
    void ofAnOfferOfThePartnersToUsNothingIsSaid() {
        offer();

        assertThat(receiver.exchange.plan(receiver.record, receiver.links, now).issues())
                .isEmpty();
    }

    @Test
    void aTaskThatNobodyHasAnsweredByItsTimeIsNamedAndEndsNothing() {
        offer();
        Planned before = sender.exchange.plan(sender.record, sender.links, now);
        now = now.plus(Duration.ofDays(30));
        Planned after = sender.exchange.plan(sender.record, sender.links, now);

        assertThat(before.issues()).isEmpty();
        assertThat(after.issues()).containsExactly(MappingIssue.warning("task-not-taken", "Task.status"));
        assertThat(sender.offer().isLive()).isTrue();

        foreign(task -> task.put("status", "accepted"));
        sender.absorbs(server.page(), now);
        sender.settles(server, now);
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .isEmpty();
    }

    @Test
    void ofATaskThatIsGoneItIsNotSaidThatNobodyHasTakenIt() {
        offer();
        now = now.plus(Duration.ofDays(30));
        server.remove("Task", server.tasks().get(0).id());
        sender.settles(server, now);

        assertThat(sender.links.get(LinkKey.task("handoff-1", 1))).get().matches(Link::isGone);
        assertThat(sender.exchange.plan(sender.record, sender.links, now).issues())
                .isEmpty();
    }

    @Test
    void eachKindIsSaidOnce() {
        planned(offer(OfferKind.INVITATION, Two.RECEIVER, Arbiter.SERVER));
        Planned planned = planned(offer(OfferKind.INVITATION, supervisor(), Arbiter.SERVER));

        assertThat(sender.talks().orElseThrow().offers().values().stream().toList())
                .hasSize(2);
        assertThat(planned.issues()).isEqualTo(List.of(MappingIssue.warning("invitation-not-sent", "Task.intent")));
    }

    @Test
    void whatIsRequestedOrReceivedIsNotTakenAndAnythingElseIs() {
        offer();
        for (String status : List.of("requested", "received", "accepted", "on-hold", "draft")) {
            foreign(task -> task.put("status", status));
            SeenTask task = SeenTask.of(server.tasks().get(0).json(), Optional.empty());

            assertThat(Unsent.untaken(task))
                    .as(status)
                    .hasSize(status.equals("requested") || status.equals("received") ? 1 : 0);
        }
    }

    @Test
    void ofAnOfferThatIsNotOursToThisPartnerNothingIsSaid() {
        offer();

        assertThat(Unsent.of(sender.offer(), false, false, sender.endpoint)).hasSize(1);
        assertThat(Unsent.of(receiver.offer(), false, false, receiver.endpoint)).isEmpty();
        Endpoint third = new Endpoint(
                sender.endpoint.base(),
                SDOH,
                Holder.of(OrganizationId.of("Organization/third"), Roles.INTAKE_MANAGER),
                Two.SENDER,
                "Organization/sender");
        assertThat(Unsent.of(sender.offer(), false, false, third)).isEmpty();
    }
}
