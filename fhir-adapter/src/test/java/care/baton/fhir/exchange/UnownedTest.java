package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.party.Sensitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Task that is addressed to nobody: whoever takes it claims it, and whoever does not leaves it to the others. */
class UnownedTest extends TwoSites {

    @BeforeEach
    void offeredToAnybody() {
        server.put("ServiceRequest", "s1", FhirJson.of(order()));
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        foreign(task -> task.remove("owner"));
        Response.Found found = server.tasks().get(0);
        Link link = receiver.links.get(LinkKey.task(Two.HANDOFF.value(), 1)).orElseThrow();
        receiver.links = receiver.links.with(
                link.at(found.id(), found.version(), found.json().text(), now).taking(found.json()));
        receiver.settles(server, now);
    }

    @Test
    void whoeverDeclinesItEndsItForNobodyElse() {
        String version = server.tasks().get(0).version();
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));
        receiver.settles(server, now);

        assertThat(status()).isEqualTo("requested");
        assertThat(server.tasks().get(0).version()).isEqualTo(version);
        assertThat(receiver.offer().state()).isInstanceOf(OfferState.Declined.class);
        assertThat(receiver.offer().intended()).isEmpty();
        assertThat(receiver.plans(now)).isEmpty();
    }

    @Test
    void thatAnotherTakesItThenIsNoBusinessOfOurs() {
        answer(new Answer.Decline(Two.REASON, Sensitive.none()));
        receiver.settles(server, now);
        foreign(task -> task.put("status", "accepted").putObject("owner").put("reference", "Organization/other"));
        receiver.absorbs(server.page(), now);
        receiver.settles(server, now);

        assertThat(receiver.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .isEmpty();
        assertThat(receiver.issues).doesNotContain("held-after-end");
    }
}
