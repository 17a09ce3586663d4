package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that takes what is written and knows nothing of it afterwards. */
class UnstoredTest extends TwoSites {

    @Test
    void anOfferThatIsNotStoredIsWrittenLaterAndLaterAndLookedInto() {
        with(PartnerProfiles.plainR4());
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();

        List<Instant> creates = creates(sender);

        assertThat(creates.size()).isBetween(4, 15);
        assertThat(Duration.between(creates.get(creates.size() - 2), creates.get(creates.size() - 1)))
                .isGreaterThan(Duration.ofMinutes(30));
        assertThat(looks(sender)).containsExactly("offer-1-task-unreachable");
    }

    @Test
    void aQuestionThatIsNotStoredIsWrittenLaterAndLaterAndLookedInto() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));

        List<Instant> creates = creates(receiver);

        assertThat(creates.size()).isBetween(4, 15);
        assertThat(looks(receiver)).containsExactly("offer-1-question-unreachable");
    }

    @Test
    void oneThatWasLostOnTheWayIsWrittenAgainAtOnce() {
        with(PartnerProfiles.plainR4());
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        Request.Create lost = (Request.Create) sender.plans(now).get(0);
        sender.absorbs(new Response.Unknown(Optional.of(lost.key()), lost.number()), now);

        sender.settles(server, now);

        assertThat(server.tasks()).hasSize(1);
    }

    /** Half a day: every create comes to nothing that we know of, and every search finds nothing. */
    private List<Instant> creates(Site site) {
        List<Instant> creates = new ArrayList<>();
        Instant until = now.plus(Duration.ofHours(12));
        for (; now.isBefore(until); now = now.plusSeconds(20)) {
            for (Request request : site.plans(now)) {
                if (request instanceof Request.Create create) {
                    creates.add(now);
                    site.absorbs(new Response.Unknown(Optional.of(create.key()), create.number()), now);
                } else {
                    site.absorbs(server.perform(request), now);
                }
            }
        }
        return creates;
    }

    private static List<String> looks(Site site) {
        return site.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }
}
