package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.handoff.Kinds;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A server that changes what stands there without a new version is found out by what stands there. */
class SameVersionTest extends TwoSites {

    private void silently(Consumer<ObjectNode> change) {
        Response.Found found = server.tasks().get(0);
        ObjectNode tree = found.json().tree();
        change.accept(tree);
        server.keep(new Response.Found("Task", found.id(), found.version(), FhirJson.of(tree)));
    }

    private List<String> looks(Site site) {
        return site.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }

    @Test
    void whatIsAskedOtherwiseUnderTheSameVersionIsReadAndNamed() {
        offer();
        bothRead();
        silently(t -> t.put("description", "Every day, with lifting"));
        bothRead();

        for (Site site : List.of(sender, receiver)) {
            assertThat(site.issues).contains("version-reused");
            assertThat(looks(site)).contains("offer-1-version-reused");
        }
    }

    @Test
    void anotherOwnerUnderTheSameVersionIsSeenByWhoHoldsIt() {
        accepted();
        silently(t -> t.putObject("owner").put("reference", "Organization/third"));
        bothRead();

        assertThat(looks(receiver)).contains("offer-1-version-reused", "offer-1-no-longer-says-we-hold");
    }

    @Test
    void whatAServerKeepsForItselfIsNoOtherContent() {
        offer();
        bothRead();
        silently(t -> {
            t.withObject("/meta").putArray("tag").addObject().put("code", "seen");
            t.putObject("text").put("status", "generated").put("div", "<div>made</div>");
        });
        bothRead();

        assertThat(sender.issues).doesNotContain("version-reused");
        assertThat(looks(sender)).isEmpty();
    }
}
