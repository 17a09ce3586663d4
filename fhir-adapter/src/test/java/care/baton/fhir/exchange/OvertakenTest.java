package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.record.RecordCommand.Fulfil;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Task says in our name is named when it is first read, whatever else that reading decides. */
class OvertakenTest extends TwoSites {

    @Test
    void aRequestToCancelThatOvertakesOurAnswerIsNamedAtOnceAndAnotherReadingAddsNothing() {
        with(PartnerProfiles.bser());
        offer();
        answer(new Answer.Accept());
        assertThat(sender.says(new WithdrawOffer(1, Code.of("found-another")), now))
                .isEmpty();
        sender.settles(server, now);
        receiver.settles(server, now);
        long before = receiver.record.ledger().entries().size();

        receiver.links = receiver.links.with(
                receiver.links.get(LinkKey.task("handoff-1", 1)).orElseThrow().hinted());
        receiver.settles(server, now);

        assertThat(receiver.issues).contains("cancellation-asked");
        assertThat(receiver.record.ledger().entries().size()).isEqualTo(before);
    }

    @Test
    void whatWeHoldAndSomebodyReportsAsDoneInOurNameIsNamed() {
        accepted();
        foreign(task -> task.put("status", "completed"));

        bothRead();

        assertThat(receiver.issues).contains("ended-in-our-name");
    }

    @Test
    void whatWeHoldAndSomebodyPutsOnHoldIsHeardEachTime() {
        accepted();
        onHold("No key to the house");
        assertThat(looks()).hasSize(1);
        looks().forEach(key -> assertThat(receiver.does(new Fulfil(key), now)).isEmpty());
        bothRead();
        assertThat(looks()).isEmpty();

        onHold("Equipment not there");
        assertThat(looks()).extracting(Key::subject).containsExactly("offer-1-on-hold-in-our-name");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whatItsSenderRecordedInErrorBeforeOurAnswerStoodIsOver() {
        offer();
        answer(new Answer.Accept());
        foreign(task -> task.put("status", "entered-in-error"));
        receiver.settles(server, now);

        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Withdrawn.class);
        assertThat(receiver.issues).doesNotContain("ended-in-our-name");
        assertThat(looks()).isEmpty();
    }

    private void onHold(String why) {
        foreign(task -> task.put("status", "on-hold").putObject("statusReason").put("text", why));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);
    }

    private List<Key> looks() {
        return receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(Obligation::key)
                .toList();
    }
}
