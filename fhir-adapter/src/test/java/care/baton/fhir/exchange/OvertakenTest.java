package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Code;
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
}
