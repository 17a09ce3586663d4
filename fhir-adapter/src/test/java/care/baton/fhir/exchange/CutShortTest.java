package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that shows a part of a resource says so: a part is not taken for the whole, nor written over. */
class CutShortTest extends TwoSites {

    private void cut(boolean cut) {
        server.clock = stored -> {
            if (cut) {
                stored.withObject("/meta").putArray("tag").addObject().put("code", "SUBSETTED");
            }
        };
    }

    @Test
    void aPartOfTheTaskIsNotWrittenOverAndAPersonIsTold() {
        with(PartnerProfiles.plainR4());
        offer();
        cut(true);
        foreign(task -> task.remove("description"));
        String version = server.tasks().get(0).version();
        answer(new Answer.Accept());
        receiver.absorbs(server.page(), now);

        assertThat(asked()).isLessThan(5);
        assertThat(server.tasks().get(0).version()).isEqualTo(version);
        assertThat(receiver.issues).contains("cut-short");
        assertThat(looks()).containsExactly("offer-1-cut-short");

        cut(false);
        foreign(task -> task.put("description", "Twice a week"));
        receiver.absorbs(server.page(), now);
        now = now.plusSeconds(60);
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void aPartOfWhatItIsAboutIsNoGroundForAYes() {
        with(PartnerProfiles.plainR4());
        offer();
        cut(true);
        server.foreign("ServiceRequest", "s1", order -> order.remove("doNotPerform"));
        answer(new Answer.Accept());

        assertThat(asked()).isLessThan(5);
        assertThat(status()).isEqualTo("requested");
        assertThat(looks()).containsExactly("offer-1-cut-short");
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    /** How much is asked in one moment until nothing more is owed. */
    private int asked() {
        int asked = 0;
        for (List<Request> owed = receiver.plans(now); !owed.isEmpty() && asked < 50; owed = receiver.plans(now)) {
            asked += owed.size();
            owed.forEach(request -> receiver.absorbs(server.perform(request), now));
        }
        return asked;
    }
}
